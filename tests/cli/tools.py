"""tools.py - what tools.sh asks of the tables.

    articles                        made-up articles whose ids and texts are hard on tools, as JSON lines
    sound CSV_FOLDER JSONL_FOLDER   both say the same, keys are unique and refer to rows, types are those promised
    package SCHEMA DATAPACKAGE      the description is a valid one
    rows FILE                       how many rows a CSV file has
    same DATAPACKAGE FILE OTHER HOW the CSV file that a tool made of another says the same: "exactly", or "typed":
                                    text to the letter, numbers by value
    pandas FOLDER                   so do the tables as pandas reads them
    office FOLDER OTHER             what a spreadsheet made of the tables for it
"""
import csv
import json
import os
import sys

csv.field_size_limit(1 << 30)
IDS = ["0012", "=1+1", "-rf", "+62811", "@id", "1e5", "0x1F", "2024-01-01", "a,b", 'dia bilang "ya"', "ünï-漢字-🙂",
       "a b", "ID.36.70", "00.10", "1_000", "t", "#1", "'petik'"]
TEXT = ('KOTA SERANG – Wali Kota Serang Hadi Contoh mengatakan, "Pemkot Serang akan membangun pasar hewan,\n'
        'taman; dan jembatan 🙂 tahun depan senilai Rp1,5 miliar," katanya, Selasa (21/6/2022).')


def articles():
    for i, name in enumerate(IDS):
        print(json.dumps({"id": name, "title": f'=2*3; "pasar, {i}"', "date": "2022-06-21", "source": "Harian Contoh",
                          "text": TEXT}, ensure_ascii=False))


def table(path):
    """Header and rows, by a strict reader."""
    with open(path, encoding="utf-8", newline="") as f:
        rows = list(csv.reader(f, strict=True))
    assert all(len(row) == len(rows[0]) for row in rows), f"{path}: rows of different lengths"
    return rows[0], rows[1:]


def fields_of(package, path):
    name = os.path.basename(path).removesuffix(".csv")
    return next(r["schema"]["fields"] for r in package["resources"] if r["name"] == name)


def load(path):
    with open(path, encoding="utf-8") as f:
        return json.load(f)


# ---- soundness ----

def sound(folder, lines):
    package = load(f"{folder}/datapackage.json")
    tables = {}
    for resource in package["resources"]:
        header, rows = table(f"{folder}/{resource['path']}")
        fields = resource["schema"]["fields"]
        assert header == [f["name"] for f in fields], f"{resource['name']}: columns are not those described"
        tables[resource["name"]] = [dict(zip(header, row)) for row in rows]
        with open(f"{lines}/{resource['name']}.jsonl", encoding="utf-8", newline="\n") as f:
            objects = [json.loads(line, parse_float=str, parse_int=str) for line in f]
        assert len(objects) == len(rows), f"{resource['name']}: {len(rows)} rows, {len(objects)} objects"
        for row, thing in zip(tables[resource["name"]], objects):
            for field in fields:
                value = thing[field["name"]]
                value = {None: "", True: "yes", False: "no"}.get(value, value)
                assert row[field["name"]] == value, f"{resource['name']}: {row} {thing}"
                assert value == "" or typed(field, value) is not None
    for resource in package["resources"]:
        keys(resource, tables)
    assert [i for i in IDS if i not in {row["article_id"] for row in tables["articles"]}] == []
    cells = [row["evidence"] for row in tables["claims"]]
    for hard in ("\n", '"', ",", "🙂"):
        assert any(hard in cell for cell in cells), f"no evidence has {hard!r}: the sample is too easy"
    assert any(row["region_id"] == "ID.36.73" for row in tables["claims"])


def keys(resource, tables):
    rows, schema = tables[resource["name"]], resource["schema"]
    if "primaryKey" in schema:
        values = [row[schema["primaryKey"]] for row in rows]
        assert "" not in values and len(set(values)) == len(values), f"{resource['name']}: keys are not unique"
    for key in schema.get("foreignKeys", ()):
        there = tables[key["reference"]["resource"] or resource["name"]]
        known = {row[key["reference"]["fields"]] for row in there} | {""}
        lost = {row[key["fields"]] for row in rows} - known
        assert not lost, f"{resource['name']}.{key['fields']}: {sorted(lost)[:5]} refer to nothing"


def package(schema, path):
    import jsonschema
    jsonschema.validate(load(path), load(schema))


# ---- what a tool made of a table ----

def typed(field, value):
    if value == "":
        return None
    if field["type"] in ("integer", "number"):
        return float(value)
    if field["type"] == "boolean":
        return value.lower() in ("yes", "true", "1", "t")
    return value


def same(described, path, other, how):
    fields = fields_of(load(described), path)
    header, rows = table(path)
    header2, rows2 = table(other)
    assert header == header2, f"{other}: other columns: {header2}"
    assert len(rows) == len(rows2), f"{other}: {len(rows2)} rows, not {len(rows)}"
    for row, row2 in zip(rows, rows2):
        for field, a, b in zip(fields, row, row2):
            good = a == b if how == "exactly" else typed(field, a) == typed(field, b)
            assert good, f"{other}: {field['name']} {a!r} became {b!r}"


def pandas(folder):
    import pandas as pd
    described = load(f"{folder}/datapackage.json")
    frames = {}
    for resource in described["resources"]:
        header, rows = table(f"{folder}/{resource['path']}")
        frame = frames[resource["name"]] = pd.read_csv(f"{folder}/{resource['path']}")
        assert list(frame.columns) == header and len(frame) == len(rows), resource["name"]
        for field in resource["schema"]["fields"]:
            if field["name"] == "kode_kemendagri":
                continue        # a bare code; region_id is for tools that guess
            for row, value in zip(rows, frame[field["name"]]):
                cell = row[header.index(field["name"])]
                value = "" if pd.isna(value) else value
                if field["type"] in ("integer", "number"):
                    good = value == (float(cell) if cell else "")
                else:
                    good = value == cell
                assert good, f"{resource['name']}.{field['name']}: {cell!r} became {value!r}"
    claims = frames["claims"].merge(frames["articles"], on="article_id").merge(frames["regions"], on="region_id")
    assert len(claims) == frames["claims"]["region_id"].notna().sum(), "claims do not join"


def office(folder, other):
    for name in ("articles", "claims"):
        header, rows = table(f"{folder}/{name}.csv")
        _, rows2 = table(f"{other}/{name}.csv")
        assert len(rows) == len(rows2), f"{name}: {len(rows2)} rows, not {len(rows)}"
        for column in {"region_id", "primary_region_id", "evidence", "title"} & set(header):
            at = header.index(column)
            for row, row2 in zip(rows, rows2):
                assert row2[at].lstrip("'") == row[at], f"{name}.{column}: {row[at]!r} became {row2[at]!r}"


if __name__ == "__main__":
    command, *arguments = sys.argv[1:]
    if command == "rows":
        print(len(table(arguments[0])[1]))
    else:
        {"articles": articles, "sound": sound, "package": package, "same": same, "pandas": pandas,
         "office": office}[command](*arguments)
