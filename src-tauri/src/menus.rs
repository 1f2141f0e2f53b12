//! The native menus, as the interface sends them.

use crate::{editing, lock::locked, tell};
use ipc::{
    request::{Menu as Asked, MenuItem as AskedItem},
    view::ActionView,
};
use std::sync::Mutex;
use tauri::{
    AppHandle, Manager, Runtime,
    menu::{IsMenuItem, Menu, MenuEvent, MenuItem, PredefinedMenuItem, Submenu},
};

/// The item of macOS's own menu that closes the window.
const CLOSE: &str = "rashomon:close";

/// The menus that are shown.
pub(crate) struct Shown<R: Runtime>(Mutex<Option<Built<R>>>);

struct Built<R: Runtime> {
    /// As they were asked for, but for what is enabled.
    shape: Vec<Asked>,
    /// The actions with whether each can be chosen.
    actions: Vec<(MenuItem<R>, bool)>,
}

impl<R: Runtime> Default for Shown<R> {
    fn default() -> Self {
        Self(Mutex::new(None))
    }
}

/// Shows these menus. Where no more has changed than what is enabled, nothing is built anew.
pub(crate) fn set<R: Runtime>(app: &AppHandle<R>, asked: &[Asked]) -> tauri::Result<()> {
    let shown = app.state::<Shown<R>>();
    let mut shown = locked(&shown.0);
    let shape = shape(asked);
    match &mut *shown {
        Some(built) if built.shape == shape => built.enable(asked),
        _ => {
            let (menu, actions) = build(app, asked)?;
            app.set_menu(menu)?;
            *shown = Some(Built { shape, actions });
            Ok(())
        }
    }
}

/// Says which item was chosen, unless the shell itself answers for it.
pub(crate) fn chosen<R: Runtime>(app: &AppHandle<R>, event: MenuEvent) {
    let id = event.id.0;
    if id == CLOSE {
        crate::close(app);
    } else if !editing::act(app, &id) {
        tell::action(app, ActionView { id });
    }
}

impl<R: Runtime> Built<R> {
    fn enable(&mut self, asked: &[Asked]) -> tauri::Result<()> {
        let items = asked.iter().flat_map(|menu| &menu.items);
        let now =
            items.filter_map(|item| if let AskedItem::Action { enabled, .. } = item { Some(*enabled) } else { None });
        for ((item, enabled), now) in self.actions.iter_mut().zip(now).filter(|((_, enabled), now)| enabled != now) {
            item.set_enabled(now)?;
            *enabled = now;
        }
        Ok(())
    }
}

fn shape(asked: &[Asked]) -> Vec<Asked> {
    let mut shape = asked.to_vec();
    for item in shape.iter_mut().flat_map(|menu| &mut menu.items) {
        if let AskedItem::Action { enabled, .. } = item {
            *enabled = true;
        }
    }
    shape
}

type Actions<R> = Vec<(MenuItem<R>, bool)>;

fn build<R: Runtime>(app: &AppHandle<R>, asked: &[Asked]) -> tauri::Result<(Menu<R>, Actions<R>)> {
    let (bar, mut actions) = (Menu::new(app)?, Vec::new());
    if cfg!(target_os = "macos") {
        bar.append(&of_the_program(app)?)?;
    }
    for menu in asked {
        let submenu = Submenu::new(app, literal(&menu.title), true)?;
        for item in &menu.items {
            submenu.append(&*built(app, item, &mut actions)?)?;
        }
        bar.append(&submenu)?;
    }
    Ok((bar, actions))
}

fn built<R: Runtime>(
    app: &AppHandle<R>,
    item: &AskedItem,
    actions: &mut Actions<R>,
) -> tauri::Result<Box<dyn IsMenuItem<R>>> {
    Ok(match item {
        AskedItem::Separator => Box::new(PredefinedMenuItem::separator(app)?),
        AskedItem::Text { act, label } => editing::item(app, *act, &literal(label))?,
        AskedItem::Action { id, label, keys, enabled } => {
            let item = MenuItem::with_id(app, id, literal(label), *enabled, keys.as_ref())?;
            actions.push((item.clone(), *enabled));
            Box::new(item)
        }
    })
}

/// The first menu on macOS, which carries the program's name. Quitting asks the window, as closing it does.
fn of_the_program<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<Submenu<R>> {
    let name = &app.package_info().name;
    let menu = Submenu::new(app, name, true)?;
    menu.append_items(&[
        &PredefinedMenuItem::about(app, None, None)?,
        &PredefinedMenuItem::separator(app)?,
        &PredefinedMenuItem::services(app, None)?,
        &PredefinedMenuItem::separator(app)?,
        &PredefinedMenuItem::hide(app, None)?,
        &PredefinedMenuItem::hide_others(app, None)?,
        &PredefinedMenuItem::show_all(app, None)?,
        &PredefinedMenuItem::separator(app)?,
        &MenuItem::with_id(app, CLOSE, format!("Quit {name}"), true, Some("Cmd+Q"))?,
    ])?;
    Ok(menu)
}

/// An ampersand would underline the letter after it.
fn literal(label: &str) -> String {
    label.replace('&', "&&")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn menus(label: &str, enabled: bool) -> Vec<Asked> {
        let undo = AskedItem::Action { id: "undo".into(), label: label.into(), keys: None, enabled };
        vec![Asked { title: "Edit".into(), items: vec![undo, AskedItem::Separator] }]
    }

    #[test]
    fn what_is_enabled_is_no_part_of_the_shape() {
        assert_eq!(shape(&menus("Undo", true)), shape(&menus("Undo", false)));
        assert_ne!(shape(&menus("Undo", true)), shape(&menus("Undo: rename", true)));
    }

    #[test]
    fn an_ampersand_is_shown() {
        assert_eq!(literal("Merge & split"), "Merge && split");
    }
}
