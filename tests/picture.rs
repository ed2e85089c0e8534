//! A drawn screen as an SVG picture, for the README: text stays text, colours come from a fixed palette.

use std::fmt::Write as _;

use ratatui::{
    buffer::Buffer,
    style::{Color, Modifier},
};
use unicode_width::UnicodeWidthStr;

/// Size of a cell, in the picture's units.
const CELL: (usize, usize) = (9, 19);
/// Room around the screen.
const MARGIN: usize = 12;
const BACKGROUND: &str = "#16181d";
const FOREGROUND: &str = "#d5d8de";

/// How one run of cells looks.
#[derive(Clone, PartialEq)]
struct Look {
    colour: &'static str,
    background: &'static str,
    bold: bool,
    italic: bool,
    underlined: bool,
}

/// Draws `buffer` as a picture.
pub fn svg(buffer: &Buffer) -> String {
    let area = buffer.area;
    let width = usize::from(area.width) * CELL.0 + 2 * MARGIN;
    let height = usize::from(area.height) * CELL.1 + 2 * MARGIN;
    let mut picture = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
         font-family=\"ui-monospace,'JetBrains Mono','DejaVu Sans Mono',Menlo,Consolas,monospace\" font-size=\"15\">\n\
         <rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"{BACKGROUND}\"/>\n"
    );
    for row in 0..area.height {
        let mut column = 0;
        while column < area.width {
            let start = column;
            let look = look(buffer, column, row);
            let mut text = String::new();
            while column < area.width && self::look(buffer, column, row) == look {
                let symbol = buffer[(column, row)].symbol();
                text += symbol;
                column += u16::try_from(symbol.width().max(1)).unwrap();
            }
            run(&mut picture, (start, column, row), &text, &look);
        }
    }
    picture += "</svg>\n";
    picture
}

fn run(picture: &mut String, (start, end, row): (u16, u16, u16), text: &str, look: &Look) {
    let x = usize::from(start) * CELL.0 + MARGIN;
    let y = usize::from(row) * CELL.1 + MARGIN;
    let length = usize::from(end - start) * CELL.0;
    if look.background != BACKGROUND {
        let (height, fill) = (CELL.1, look.background);
        writeln!(
            picture,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{length}\" height=\"{height}\" fill=\"{fill}\"/>"
        )
        .unwrap();
    }
    if text.trim().is_empty() {
        return;
    }
    let escaped = text
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    let mut style = String::new();
    if look.bold {
        style += " font-weight=\"bold\"";
    }
    if look.italic {
        style += " font-style=\"italic\"";
    }
    if look.underlined {
        style += " text-decoration=\"underline\"";
    }
    writeln!(
        picture,
        "<text x=\"{x}\" y=\"{}\" textLength=\"{length}\" xml:space=\"preserve\" fill=\"{}\"{style}>{escaped}</text>",
        y + 14,
        look.colour,
    )
    .unwrap();
}

fn look(buffer: &Buffer, column: u16, row: u16) -> Look {
    let cell = &buffer[(column, row)];
    let (mut colour, mut background) = (
        paint(cell.fg, FOREGROUND, cell.modifier.contains(Modifier::DIM)),
        paint(cell.bg, BACKGROUND, false),
    );
    if cell.modifier.contains(Modifier::REVERSED) {
        std::mem::swap(&mut colour, &mut background);
    }
    Look {
        colour,
        background,
        bold: cell.modifier.contains(Modifier::BOLD),
        italic: cell.modifier.contains(Modifier::ITALIC),
        underlined: cell.modifier.contains(Modifier::UNDERLINED),
    }
}

fn paint(colour: Color, otherwise: &'static str, dim: bool) -> &'static str {
    match colour {
        Color::Black => "#16181d",
        Color::Red => "#e06c6c",
        Color::Green => "#7fbf7f",
        Color::Yellow => "#d9b66a",
        Color::Blue => "#6fa3dc",
        Color::Magenta => "#b58ad6",
        Color::Cyan => "#67b7b7",
        Color::Gray => "#b4b8c0",
        Color::DarkGray => "#7b808a",
        Color::LightRed => "#f08f8f",
        Color::LightGreen => "#9fd89f",
        Color::LightYellow => "#efd08f",
        Color::LightBlue => "#92bdec",
        Color::LightMagenta => "#cfaaea",
        Color::LightCyan => "#8ad3d3",
        Color::White => "#ffffff",
        _ if dim => "#7b808a",
        _ => otherwise,
    }
}
