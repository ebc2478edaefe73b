//! Writes the atoms, and the names of characters in order, each followed by its characters and U+0001.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::PathBuf;
use std::{env, fs, io};

use string_cache_codegen::AtomType;

/// Namespaces by their prefixes.
const NAMESPACES: [(&str, &str); 8] = [
    ("", ""),
    ("*", "*"),
    ("html", "http://www.w3.org/1999/xhtml"),
    ("xml", "http://www.w3.org/XML/1998/namespace"),
    ("xmlns", "http://www.w3.org/2000/xmlns/"),
    ("xlink", "http://www.w3.org/1999/xlink"),
    ("svg", "http://www.w3.org/2000/svg"),
    ("mathml", "http://www.w3.org/1998/Math/MathML"),
];

fn main() -> io::Result<()> {
    let folder = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(folder.join("entities.txt"), entities(&fs::read_to_string("entities.txt")?))?;
    let mut out = BufWriter::new(File::create(folder.join("atoms.rs"))?);
    atoms(&mut out, &fs::read_to_string("local_names.txt")?)?;
    for file in ["build.rs", "entities.txt", "local_names.txt"] {
        println!("cargo::rerun-if-changed={file}");
    }
    out.flush()
}

fn atoms(out: &mut impl Write, local_names: &str) -> io::Result<()> {
    let both = local_names.lines().flat_map(|name| [name.to_owned(), name.to_ascii_lowercase()]);
    AtomType::new("LocalName", "local_name!").atoms(both).write_to(&mut *out)?;
    AtomType::new("Prefix", "namespace_prefix!").atoms(NAMESPACES.map(|(prefix, _)| prefix)).write_to(&mut *out)?;
    AtomType::new("Namespace", "namespace_url!").atoms(NAMESPACES.map(|(_, url)| url)).write_to(&mut *out)?;
    writeln!(out, "/// The namespace of a prefix.\n#[macro_export] macro_rules! ns {{")?;
    for (prefix, url) in NAMESPACES {
        writeln!(out, "({prefix}) => {{ $crate::namespace_url!({url:?}) }};")?;
    }
    writeln!(out, "}}")
}

/// The table of entities with the characters themselves in place of their code points.
fn entities(table: &str) -> String {
    let mut text = String::new();
    for line in table.lines() {
        let mut parts = line.split(' ');
        text.push_str(parts.next().unwrap_or_default());
        text.push(' ');
        text.extend(parts.filter_map(|point| u32::from_str_radix(point, 16).ok()).filter_map(char::from_u32));
        text.push('\u{1}');
    }
    text
}
