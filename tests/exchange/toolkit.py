"""What translators' tools make of the files that mujaz writes: they are read, filled and saved by translate-toolkit.

    toolkit.py list FILE    one JSON list [source, target] a line
    toolkit.py fill FILE    gives every unit without a translation one ("English 1", "English 2", ...), saves the file; then as list
"""
import json
import sys

from translate.storage import omegat, po, tbx, tmx, xliff

STORES = {"xlf": xliff.xlifffile, "tmx": tmx.tmxfile, "po": po.pofile, "tbx": tbx.tbxfile, "utf8": omegat.OmegaTFile}


def main(what, path):
    ending = path.rsplit(".", 1)[1]
    with open(path, "rb") as file:
        data = file.read()
    if ending == "tmx":
        store = tmx.tmxfile(sourcelanguage="ar", targetlanguage="en")
        store.parse(data)
        store.setsourcelanguage("ar")
        store.settargetlanguage("en")
    else:
        store = STORES[ending].parsestring(data)
    units = [unit for unit in store.units if unit.source and not unit.isheader()]
    if what == "fill":
        number = 0
        for unit in units:
            if not unit.target:
                number += 1
                unit.target = f"English {number} & <more>"
        with open(path, "wb") as file:
            store.serialize(file)
    for unit in units:
        print(json.dumps([str(unit.source), str(unit.target or "")], ensure_ascii=False))


main(*sys.argv[1:])
