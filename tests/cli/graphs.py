"""graphs.py GEXF GRAPHML - are they what the formats' schemas have (GEXF 1.3, GraphML 1.0), and one graph?

Prints how many nodes and edges there are; every fault is a line on standard error.
"""
import sys
import xml.etree.ElementTree as ET

# Element: attributes that must be, those that may, children.
GEXF = {
    "gexf": ({"version"}, set(), ["meta", "graph"]),
    "meta": (set(), {"lastmodifieddate"}, ["creator", "keywords", "description"]),
    "creator": (set(), set(), []), "keywords": (set(), set(), []), "description": (set(), set(), []),
    "graph": (set(), {"defaultedgetype", "mode", "idtype"}, ["attributes", "nodes", "edges"]),
    "attributes": ({"class"}, {"mode"}, ["attribute"]),
    "attribute": ({"id", "title", "type"}, set(), ["default", "options"]),
    "nodes": (set(), {"count"}, ["node"]), "node": ({"id"}, {"label"}, ["attvalues"]),
    "edges": (set(), {"count"}, ["edge"]),
    "edge": ({"id", "source", "target"}, {"type", "label", "weight", "kind"}, ["attvalues"]),
    "attvalues": (set(), set(), ["attvalue"]), "attvalue": ({"for", "value"}, set(), []),
}
GRAPHML = {
    "graphml": (set(), set(), ["desc", "key", "data", "graph"]),
    "key": ({"id", "for"}, {"attr.name", "attr.type"}, ["desc", "default"]),
    "graph": ({"edgedefault"}, {"id"}, ["desc", "data", "node", "edge"]),
    "node": ({"id"}, set(), ["desc", "data"]), "edge": ({"source", "target"}, {"id", "directed"}, ["desc", "data"]),
    "data": ({"key"}, {"id"}, []),
}
faults = 0


def fault(*words):
    global faults
    faults += 1
    print(*words, file=sys.stderr)


def check(element, space, rules):
    name = element.tag.removeprefix("{" + space + "}")
    if name not in rules:
        fault("an element", element.tag)
        return
    must, may, children = rules[name]
    if must - set(element.attrib) or set(element.attrib) - must - may:
        fault("attributes of", name, dict(element.attrib))
    places = []
    for child in element:
        child_name = child.tag.removeprefix("{" + space + "}")
        if child_name not in children:
            fault(child_name, "in", name)
        else:
            places.append(children.index(child_name))
        check(child, space, rules)
    if places != sorted(places):
        fault("the order of the parts of", name)


def graph_of(path, space, rules, key, value):
    """Nodes with their attributes, edges with theirs; the types as they are declared."""
    root = ET.parse(path).getroot()
    check(root, space, rules)
    ns = {"n": space}
    types = {a.get("id"): (a.get(value[0]), a.get("for", "node")) for a in root.iterfind(f".//n:{key}", ns)}
    nodes, edges, ids = {}, {}, set()
    for e in [*root.iterfind(".//n:node", ns), *root.iterfind(".//n:edge", ns)]:
        kind = e.tag.split("}")[1]
        data = {}
        for d in e.iterfind(".//n:" + value[1], ns):
            declared, where = types.get(d.get(value[2]), (None, None))
            text = d.get("value") if value[1] == "attvalue" else d.text
            if declared not in ("string", "integer", "int", "double") or where != kind or d.get(value[2]) in data:
                fault(path, "a value of", d.get(value[2]), "which is declared", declared)
            elif declared != "string" and not text.isdigit():
                fault(path, text, "is no", declared)
            data[d.get(value[2])] = text
        if (kind, e.get("id")) in ids:
            fault(path, "twice:", e.get("id"))
        ids.add((kind, e.get("id")))
        if kind == "node":
            nodes[e.get("id")] = {"label": e.get("label"), **data} if e.get("label") is not None else data
            continue
        ends = (e.get("source"), e.get("target"))
        if ends[0] not in nodes or ends[1] not in nodes or ends[0] == ends[1] or frozenset(ends) in edges:
            fault(path, "an edge", ends)
        edges[frozenset(ends)] = float(e.get("weight") or data["weight"])
    return nodes, edges


gexf = graph_of(sys.argv[1], "http://gexf.net/1.3", GEXF, "attribute", ("type", "attvalue", "for"))
graphml = graph_of(sys.argv[2], "http://graphml.graphdrawing.org/xmlns", GRAPHML, "key", ("attr.type", "data", "key"))
if ET.parse(sys.argv[1]).getroot().get("version") != "1.3":
    fault("the version")
if gexf != graphml:
    fault("two graphs")
if not all(n["label"] and n["type"] and int(n["n_articles"]) > 0 for n in gexf[0].values()):
    fault("a node without label, type or articles")
print(len(gexf[0]), len(gexf[1]))
sys.exit(1 if faults else 0)
