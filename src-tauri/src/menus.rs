//! The native menus, as the interface sends them.

use crate::{editing, lock::locked, tell};
use ipc::{
    request::{Menu as Asked, MenuItem as AskedItem},
    view::ActionView,
};
use std::sync::Mutex;
use tauri::{
    AppHandle, Manager, Runtime,
    menu::{Menu, MenuEvent, MenuItem, PredefinedMenuItem, Submenu},
};

/// The item of macOS's own menu that closes the window.
const CLOSE: &str = "rashomon:close";

/// The menus that are shown, in their order.
pub(crate) struct Shown<R: Runtime>(Mutex<Vec<Listed<R>>>);

/// One of them.
struct Listed<R: Runtime> {
    asked: Asked,
    menu: Submenu<R>,
    actions: Vec<MenuItem<R>>,
}

impl<R: Runtime> Default for Shown<R> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

/// Shows these menus. The bar is built anew for other menus only, and a menu for other items only: where they stay,
/// labels and what is enabled change in their places.
pub(crate) fn set<R: Runtime>(app: &AppHandle<R>, asked: &[Asked]) -> tauri::Result<()> {
    let shown = app.state::<Shown<R>>();
    let mut shown = locked(&shown.0);
    let are_titles_same = shown.iter().map(|listed| &listed.asked.title).eq(asked.iter().map(|menu| &menu.title));
    if are_titles_same {
        return shown.iter_mut().zip(asked).try_for_each(|(listed, asked)| listed.change(app, asked));
    }
    let menus = asked.iter().map(|menu| Listed::build(app, menu)).collect::<tauri::Result<Vec<_>>>()?;
    let bar = Menu::new(app)?;
    if cfg!(target_os = "macos") {
        bar.append(&of_the_program(app)?)?;
    }
    menus.iter().try_for_each(|listed| bar.append(&listed.menu))?;
    app.set_menu(bar)?;
    *shown = menus;
    Ok(())
}

/// A bar that takes its place before the page is first painted: one that came later would push the page down.
pub(crate) fn at_first<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<Menu<R>> {
    if cfg!(target_os = "macos") {
        return Menu::default(app);
    }
    let bar = Menu::new(app)?;
    bar.append(&Submenu::new(app, " ", false)?)?;
    Ok(bar)
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

impl<R: Runtime> Listed<R> {
    fn build(app: &AppHandle<R>, asked: &Asked) -> tauri::Result<Self> {
        let menu = Submenu::new(app, literal(&asked.title), true)?;
        let mut listed = Self { asked: asked.clone(), menu, actions: Vec::new() };
        listed.fill(app)?;
        Ok(listed)
    }

    fn change(&mut self, app: &AppHandle<R>, asked: &Asked) -> tauri::Result<()> {
        let before = std::mem::replace(&mut self.asked, asked.clone());
        if shape(&before.items) != shape(&asked.items) {
            for _ in &before.items {
                self.menu.remove_at(0)?;
            }
            self.actions.clear();
            return self.fill(app);
        }
        for ((item, before), now) in self.actions.iter().zip(actions(&before.items)).zip(actions(&asked.items)) {
            if before.0 != now.0 {
                item.set_text(literal(now.0))?;
            }
            if before.1 != now.1 {
                item.set_enabled(now.1)?;
            }
        }
        Ok(())
    }

    fn fill(&mut self, app: &AppHandle<R>) -> tauri::Result<()> {
        for item in &self.asked.items {
            match item {
                AskedItem::Separator => self.menu.append(&PredefinedMenuItem::separator(app)?)?,
                AskedItem::Text { act, label } => self.menu.append(&*editing::item(app, *act, &literal(label))?)?,
                AskedItem::Action { id, label, keys, enabled } => {
                    let item = MenuItem::with_id(app, id, literal(label), *enabled, keys.as_ref())?;
                    self.menu.append(&item)?;
                    self.actions.push(item);
                }
            }
        }
        Ok(())
    }
}

/// Labels of the actions, and whether they can be chosen.
fn actions(items: &[AskedItem]) -> impl Iterator<Item = (&str, bool)> {
    items.iter().filter_map(|item| match item {
        AskedItem::Action { label, enabled, .. } => Some((label.as_str(), *enabled)),
        _ => None,
    })
}

/// What cannot change without building anew.
fn shape(items: &[AskedItem]) -> Vec<AskedItem> {
    let mut shape = items.to_vec();
    for item in &mut shape {
        if let AskedItem::Action { label, enabled, .. } = item {
            (*label, *enabled) = (String::new(), true);
        }
    }
    shape
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

    fn items(id: &str, label: &str, enabled: bool) -> Vec<AskedItem> {
        vec![AskedItem::Action { id: id.into(), label: label.into(), keys: None, enabled }, AskedItem::Separator]
    }

    #[test]
    fn a_label_and_what_is_enabled_change_in_their_place() {
        assert_eq!(shape(&items("undo", "Undo", true)), shape(&items("undo", "Undo: rename", false)));
        assert_ne!(shape(&items("undo", "Undo", true)), shape(&items("redo", "Undo", true)));
        assert_eq!(actions(&items("undo", "Undo", false)).collect::<Vec<_>>(), [("Undo", false)]);
    }

    #[test]
    fn an_ampersand_is_shown() {
        assert_eq!(literal("Merge & split"), "Merge && split");
    }
}
