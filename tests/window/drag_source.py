"""Another program's window from which files can be dragged: python3 drag_source.py FILE...

Stands in the screen's upper left corner, says "ready" when it is there, and ends after one drag.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("GDK_BACKEND", "x11")
import gi

gi.require_version("Gtk", "3.0")
gi.require_version("Gdk", "3.0")
from gi.repository import Gdk, GLib, Gtk

PATIENCE_SECONDS = 60
files = [Path(name).resolve().as_uri() for name in sys.argv[1:]]


def offer(_source, _context, selection, _kind, _time):
    selection.set_uris(files)


def main():
    # A popup stays where it is put, with a window manager or without.
    window = Gtk.Window(type=Gtk.WindowType.POPUP)
    window.set_default_size(80, 60)
    window.move(0, 0)
    source = Gtk.EventBox()
    source.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, [], Gdk.DragAction.COPY)
    source.drag_source_add_uri_targets()
    source.connect("drag-data-get", offer)
    source.connect("drag-end", lambda *_: GLib.timeout_add(100, Gtk.main_quit))
    window.add(source)
    window.connect("map-event", lambda *_: GLib.timeout_add(200, lambda: print("ready", flush=True)) and False)
    window.show_all()
    GLib.timeout_add_seconds(PATIENCE_SECONDS, lambda: os._exit(3))
    Gtk.main()


main()
