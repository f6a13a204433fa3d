//! A pair of which everything is known already: in the build.

use std::sync::Arc;

use crossread_engine::Options;
use leptos::prelude::StoredValue;

use super::{Asking, PairRequest};
use crate::state::ByHand;
use crate::ui::asking::Held;
use crate::ui::site::Site;
use crate::view::Comparing;

impl Asking {
    /// What was found, without a request.
    pub fn known(site: Site, found: Arc<Comparing>) -> Asking {
        let mut held: Held<PairRequest> = Held::default();
        held.request.wanted = Some((
            found.articles.clone(),
            Options::default(),
            ByHand::default(),
        ));
        held.request.found.set(Some(found));
        Asking {
            site,
            held: StoredValue::new_local(held),
        }
    }
}
