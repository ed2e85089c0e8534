//! Where progress and scenarios lie on the disk.

mod append;
mod attempts;
mod backup;
mod configuration;
mod derived;
mod drafts;
mod error;
mod forget;
mod founding;
mod home;
mod library_place;
mod log;
mod maintenance;
mod missed;
mod names;
mod pack_folders;
mod places;
mod presence;
mod recovery;
mod renames;
mod rows;
mod runs;
mod salvage;
mod scenario_folders;
mod schedule;
mod schema;
mod shared;
mod track;
mod transfer;

pub use backup::{Backup, backups};
pub use configuration::{
    FIELDS, Field, Origin, Setting, Settings, Value, Width, configuration_file, read_settings,
    template,
};
pub use error::StoreError;
pub use forget::Forgotten;
pub use library_place::{LibraryPlace, LibraryReading, Stamps};
pub use log::{Log, newest_version};
pub use names::PractisedStep;
pub use pack_folders::{Installed, PackError, add_pack, installed_packs, remove_pack, update_pack};
pub use places::{data_dir, fresh_seed, progress_file};
pub use scenario_folders::{Asked, Extent, named_pack, packs, packs_of, read_file, read_pack};
pub use shared::{Shared, read_shared};
pub use transfer::ExportError;
