//! Asks a worker for the story of several articles. The last answer stays on the page until the next one comes.

use std::sync::Arc;

use crossread_engine::Options;
use crossread_worker::protocol::Answer;
use leptos::prelude::*;

use crate::library::Article;
use crate::state::{Page, State, cast};
use crate::ui::asking::{self, Held, Request};
use crate::ui::site::Site;
use crate::view::{Linked, Status, Telling, Waiting, story_ask, story_waiting};
use crate::worker;

/// What the page shows below the choice of articles.
#[derive(Clone, Default)]
pub enum Face {
    /// Nothing yet.
    #[default]
    Nothing,
    /// A message that the reader's texts are being loaded.
    Waiting,
    /// A message that a story needs two articles.
    TooFew,
    /// What was found.
    Told(Arc<Telling>),
}

/// The request for a story, and its status.
pub type Asking = asking::Asking<StoryRequest>;

/// The articles of the story, how they are compared, and the links by hand.
#[derive(Default)]
pub struct StoryRequest(Option<(Vec<Arc<Article>>, Options, Linked)>);

impl Request for StoryRequest {
    type Face = Face;

    fn track(site: Site) {
        // The reader's texts can be added, changed or deleted under the same ids.
        site.track_library();
        site.own.changed.track();
    }

    fn follow(asking: Asking, state: &State) {
        if state.page != Page::Story {
            return;
        }
        if !asking.site.own.is_read_for(state) {
            asking.put(Face::Waiting);
            return;
        }
        let articles = asking.site.library(|library| cast(state, library).articles);
        let options = state.options;
        let by_hand = (state.a.clone(), state.b.clone(), state.by_hand.clone());
        let same = asking.held.with_value(|held| {
            held.request
                .0
                .as_ref()
                .is_some_and(|(before, as_before, said)| {
                    let same =
                        |(one, other): (&Arc<Article>, &Arc<Article>)| Arc::ptr_eq(one, other);
                    *as_before == options
                        && *said == by_hand
                        && before.len() == articles.len()
                        && before.iter().zip(&articles).all(same)
                })
        });
        if same {
            return;
        }
        let few = articles.len() < 2;
        let slow = asking.held.try_update_value(|held| {
            held.request.0 = Some((articles, options, by_hand));
            matches!(held.status.now(), Status::Working(_))
        });
        match asking.forget() {
            // A slow request is cancelled. Otherwise the worker has read the articles already and need not read them again.
            Some(ticket) if slow == Some(true) => ticket.cancel(),
            late => drop(late),
        }
        if few {
            asking.set_status(Status::Quiet);
            asking.put(Face::TooFew);
        } else {
            Self::ask(asking);
        }
    }

    fn ask(asking: Asking) {
        let wanted = asking.held.with_value(|held| held.request.0.clone());
        if let Some((articles, options, by_hand)) = wanted.filter(|wanted| wanted.0.len() > 1) {
            let ask = story_ask(&articles, options, &by_hand);
            asking.asked(worker::ask(ask, move |told| asking.hear(told)));
        }
    }

    fn take(asking: Asking, answer: Answer) -> bool {
        let Answer::Story(found) = answer else {
            return false;
        };
        let wanted = asking.held.try_with_value(|held| held.request.0.clone());
        let Some((articles, ..)) = wanted.flatten() else {
            return false;
        };
        let telling = Telling::new(articles, *found);
        asking.set_status(Status::Quiet);
        asking.put(Face::Told(Arc::new(telling)));
        true
    }

    fn said(held: &Held<Self>) -> Option<Waiting> {
        story_waiting(*held.status.now(), matches!(held.face.now(), Face::Told(_)))
    }
}
