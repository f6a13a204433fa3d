//! The program that the page loads. Everything is in the library; see `lib.rs`.

fn main() {
    crossread_site::run();
}
