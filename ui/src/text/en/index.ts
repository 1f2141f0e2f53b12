// Every sentence shown, in English; one file a part of the window.
import { columns } from "./columns";
import { compare } from "./compare";
import { evidence } from "./evidence";
import { figures } from "./figures";
import { finding } from "./finding";
import { imports } from "./imports";
import { library } from "./library";
import { outlets } from "./outlets";
import { quotes } from "./quotes";
import { read } from "./read";
import { report } from "./report";
import { search } from "./search";
import { settings } from "./settings";
import { sources } from "./sources";
import { story } from "./story";
import { versions } from "./versions";
import { window } from "./window";
import { words } from "./words";

export const en = { ...words, columns, compare, evidence, figures, finding, imports, library, outlets, quotes, read, report, search, settings, sources, story, versions, window };
