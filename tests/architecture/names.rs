//! Every path that a file names outside its own tests: imports, inline paths and paths inside macro calls.

use proc_macro2::{TokenStream, TokenTree};
use syn::{
    Attribute, ItemMod, ItemUse, UseTree,
    visit::{self, Visit},
};

/// What a file names.
#[derive(Default)]
pub struct Names {
    /// Paths such as `crate::domain::Kind`.
    pub paths: Vec<String>,
    /// Names of methods that are called.
    pub methods: Vec<String>,
}

impl Names {
    /// Reads `text`, which must be Rust.
    pub fn of(text: &str) -> Self {
        let mut names = Self::default();
        names.visit_file(&syn::parse_file(text).unwrap());
        names
    }

    fn import(&mut self, prefix: &str, tree: &UseTree) {
        match tree {
            UseTree::Path(path) => self.import(&format!("{prefix}{}::", path.ident), &path.tree),
            UseTree::Group(group) => group.items.iter().for_each(|it| self.import(prefix, it)),
            UseTree::Name(name) => self.paths.push(format!("{prefix}{}", name.ident)),
            UseTree::Rename(rename) => self.paths.push(format!("{prefix}{}", rename.ident)),
            UseTree::Glob(_) => self.paths.push(format!("{prefix}*")),
        }
    }

    /// `syn` leaves the arguments of a macro unread; here every `a::b` among them counts.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut path = String::new();
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Ident(name) => {
                    if colons == 2 && !path.is_empty() {
                        path += "::";
                    } else {
                        self.finish(&mut path);
                    }
                    path += &name.to_string();
                    colons = 0;
                }
                TokenTree::Punct(mark) if mark.as_char() == ':' => colons += 1,
                TokenTree::Group(group) => {
                    self.finish(&mut path);
                    self.tokens(group.stream());
                    colons = 0;
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => {
                    self.finish(&mut path);
                    colons = 0;
                }
            }
        }
        self.finish(&mut path);
    }

    fn finish(&mut self, path: &mut String) {
        let path = std::mem::take(path);
        if path.contains("::") {
            self.paths.push(path);
        }
    }
}

/// Whether the item is compiled for tests only.
fn is_test_only(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute
                .parse_args::<syn::Ident>()
                .is_ok_and(|it| it == "test")
    })
}

impl<'ast> Visit<'ast> for Names {
    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        self.import("", &item.tree);
    }

    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        if !is_test_only(&item.attrs) {
            visit::visit_item_mod(self, item);
        }
    }

    /// `pub(in crate::tui)` names a module without using it.
    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.tokens(call.tokens.clone());
        visit::visit_macro(self, call);
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        self.methods.push(call.method.to_string());
        visit::visit_expr_method_call(self, call);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Vec<_> = path
            .segments
            .iter()
            .map(|it| it.ident.to_string())
            .collect();
        self.paths.push(names.join("::"));
        visit::visit_path(self, path);
    }
}
