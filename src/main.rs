//! The program `zhenggai`: reads arguments, calls the library, writes. See `zhenggai --help`.

mod cli;

fn main() -> std::process::ExitCode {
    cli::run(std::env::args_os().collect())
}
