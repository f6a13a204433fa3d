//! Checks a PDF's streams before it is opened. The library that reads PDFs unpacks a whole stream, however large. Here each
//! stream is first unpacked only to count its bytes, so that a decompression bomb is refused.

use crate::bounds;
use crate::error::{self, ImportError};
use crate::sniff::find;
use miniz_oxide::inflate::stream::{InflateState, inflate};
use miniz_oxide::{DataFormat, MZFlush, MZStatus};

/// Refuses a PDF with a stream that unpacks to more than any page or picture has, or that is packed twice over.
pub(crate) fn check(bytes: &[u8]) -> Result<(), ImportError> {
    let mut window = vec![0; 65_536];
    let mut state = InflateState::new_boxed(DataFormat::Zlib);
    let mut from = 0;
    while let Some(at) = bytes.get(from..).and_then(|rest| find(rest, b"stream")) {
        let start = from + at;
        from = start + 6;
        if bytes[..start].ends_with(b"end") {
            continue;
        }
        let dictionary = &bytes[start.saturating_sub(600)..start];
        // Any white space can stand before "obj"; before that of "endobj" there is none.
        let dictionary = dictionary
            .windows(4)
            .rposition(|word| word[0].is_ascii_whitespace() && word.ends_with(b"obj"))
            .map_or(dictionary, |object| &dictionary[object..]);
        let packed = dictionary.windows(3).filter(|word| word == b"/Fl").count();
        let again = dictionary.windows(4).filter(|word| word == b"/LZW").count();
        if packed + again > 1 {
            return Err(error::bomb("PDF"));
        }
        if packed == 0 {
            continue;
        }
        let data = &bytes[from..];
        let line_end = data
            .iter()
            .take_while(|&&byte| byte == b'\r' || byte == b'\n')
            .count();
        state.reset(DataFormat::Zlib);
        from += line_end + unpacked(&data[line_end.min(2)..], &mut state, &mut window)?;
    }
    Ok(())
}

/// How many bytes a stream has packed, once it has been unpacked to its end without passing the bound.
fn unpacked(
    data: &[u8],
    state: &mut InflateState,
    window: &mut [u8],
) -> Result<usize, ImportError> {
    let (mut read, mut made) = (0, 0_usize);
    loop {
        let step = inflate(state, &data[read..], window, MZFlush::None);
        read += step.bytes_consumed;
        made = made.saturating_add(step.bytes_written);
        if made > bounds::PDF_STREAM {
            return Err(error::bomb("PDF"));
        }
        let ended = !matches!(step.status, Ok(MZStatus::Ok));
        if ended || (step.bytes_consumed == 0 && step.bytes_written == 0) {
            // What follows may be sound although this was not: only what was read is passed over.
            return Ok(read.saturating_sub(2));
        }
    }
}
