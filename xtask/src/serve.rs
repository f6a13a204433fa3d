//! Serves the site on this machine and builds it again whenever a file changes.
//!
//! Trunk does the work. This module installs the tools first, skips a port in use, prints the address when the site
//! answers, and ends Trunk when this program ends. The served site is never kept for offline use, since a developer
//! would then see an old build.

use crate::host::{self, say};
use crate::offline;
use crate::tools::Toolbox;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// The options of `serve`.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// Serves the optimised build
    #[arg(long)]
    release: bool,
    /// The port, or the next one that is free
    #[arg(long, short, default_value_t = 8080, value_parser = clap::value_parser!(u16).range(1..))]
    port: u16,
}

/// Serves until stopped.
///
/// # Errors
/// If a tool or no port is free, or Trunk ends by itself.
pub fn run(options: &Options) -> Result<(), String> {
    let toolbox = if options.release {
        Toolbox::for_release()?
    } else {
        Toolbox::for_debug()?
    };
    let port = free_port(options.port)?;
    // Not dist/: that one is for `build` and `test`.
    let dist = host::root()
        .join("target")
        .join("serve")
        .join(if options.release { "release" } else { "debug" });
    // If the build fails, a page of an earlier run must not be taken for this one.
    let _ = std::fs::remove_dir_all(&dist);
    let _ = std::fs::create_dir_all(&dist);
    say("Building the site; the first time about two minutes, later some seconds.");
    let mut trunk = Command::from(toolbox.command("trunk")?);
    trunk.args([
        "serve",
        "--offline",
        "--no-spa",
        "--disable-address-lookup",
        "--public-url",
        "./",
        "--serve-base",
        "/",
    ]);
    trunk
        .args([
            "--address",
            &Ipv4Addr::LOCALHOST.to_string(),
            "--port",
            &port.to_string(),
            "--dist",
        ])
        .arg(&dist);
    if options.release {
        trunk.arg("--release");
    }
    // The hook in Trunk.toml inherits it.
    trunk.env(offline::SERVED, "1");
    in_a_group_of_its_own(&mut trunk);
    let child = trunk
        .spawn()
        .map_err(|error| format!("could not start trunk: {error}"))?;
    let child = Arc::new(Mutex::new(child));
    end_with_this_program(&child)?;
    announce(&child, port);
    let status = loop {
        if let Some(status) = finished(&child)? {
            break status;
        }
        thread::sleep(Duration::from_millis(200));
    };
    status
        .success()
        .then_some(())
        .ok_or_else(|| format!("trunk ended ({status})"))
}

/// The requested port, or the next free one.
fn free_port(wanted: u16) -> Result<u16, String> {
    for port in wanted..=u16::MAX {
        if TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok() {
            if port != wanted {
                say(&format!("Port {wanted} is in use; taking {port}."));
            }
            return Ok(port);
        }
    }
    Err(format!("no port from {wanted} up is free"))
}

/// Stops Trunk when this program is told to stop: by Ctrl-C, a closed terminal, or `kill`.
fn end_with_this_program(child: &Arc<Mutex<Child>>) -> Result<(), String> {
    let child = Arc::clone(child);
    ctrlc::set_handler(move || {
        let mut child = child.lock().unwrap_or_else(PoisonError::into_inner);
        end(&mut child);
        println!();
        say("Stopped.");
        std::process::exit(0);
    })
    .map_err(|error| format!("could not listen for Ctrl-C: {error}"))
}

/// Gives Trunk its own process group, so that the compilers it starts can be ended too.
fn in_a_group_of_its_own(command: &mut Command) {
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
    #[cfg(not(unix))]
    let _ = command;
}

/// Ends Trunk and, on Unix, everything that it has started.
fn end(child: &mut Child) {
    #[cfg(unix)]
    let _ = Command::new("kill")
        .args(["-TERM", "--", &format!("-{}", child.id())])
        .status();
    let _ = child.kill();
    let _ = child.wait();
}

fn finished(child: &Mutex<Child>) -> Result<Option<std::process::ExitStatus>, String> {
    child
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .try_wait()
        .map_err(|error| format!("trunk: {error}"))
}

/// Waits until the port answers, and prints the address. Trunk opens the port after its first build.
fn announce(child: &Mutex<Child>, port: u16) {
    let start = Instant::now();
    while matches!(finished(child), Ok(None)) {
        match answer(port) {
            Some(true) => {
                say(&format!(
                    "Crossread is at http://{}:{port}/ (ready after {}).",
                    Ipv4Addr::LOCALHOST,
                    host::duration(start.elapsed())
                ));
                say(
                    "It is built again when a file changes; then load the page again. Ctrl-C stops.",
                );
                return;
            }
            Some(false) => {
                say(&format!(
                    "The site did not build, as said above. Fix it and save: it is built again, and will be at http://{}:{port}/.",
                    Ipv4Addr::LOCALHOST
                ));
                return;
            }
            None => thread::sleep(Duration::from_millis(250)),
        }
    }
}

/// Whether the page is there; `None` as long as nothing listens.
fn answer(port: u16) -> Option<bool> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let mut stream = TcpStream::connect_timeout(&address, Duration::from_millis(500)).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(5))).ok()?;
    let request = format!("GET / HTTP/1.0\r\nHost: {address}\r\nAccept: text/html\r\n\r\n");
    stream.write_all(request.as_bytes()).ok()?;
    let mut status = [0; 12];
    stream.read_exact(&mut status).ok()?;
    Some(status.ends_with(b" 200"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_in_use_is_passed_over() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        assert!(free_port(port).is_ok_and(|free| free > port));
    }
}
