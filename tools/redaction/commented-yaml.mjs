// The format of a YAML file whose comments stay. Sveltia CMS writes a file anew from its values, so
// what was read is kept here, and only what differs from it is changed.
import { isMap, isScalar, isSeq, parseDocument, visit } from "yaml";

const AS_IT_IS = { lineWidth: 0, indentSeq: true, flowCollectionPadding: false };

/** Return a format for `registerCustomFormat`, for one file of the collections. */
export const commentedYaml = () => {
  let text = "";
  return {
    fromFile: (read) => {
      text = read;
      return parseDocument(read).toJS();
    },
    toFile: (values) => {
      text = rewritten(text, values);
      return text;
    },
  };
};

const rewritten = (text, values) => {
  const file = parseDocument(text);
  // A list between brackets keeps its lines as long as it stays the same. No text of a file has the
  // sign of its place.
  const lists = [];
  visit(file, {
    Collection: (_key, node) => {
      if (!node.flow) return undefined;
      const place = `\0${lists.push(text.slice(node.range[0], node.range[1])) - 1}\0`;
      node.toString = () => place;
      return visit.SKIP;
    },
  });
  file.contents = updated(file, file.contents, values);
  return file.toString(AS_IT_IS).replaceAll(/\0(\d+)\0/g, (_place, number) => lists[number]);
};

/** Return `node` with `value`, or another where it cannot hold it; what is the same is left alone. */
const updated = (file, node, value) => {
  if (same(node, value)) return node;
  if (isMap(node) && value && typeof value === "object" && !Array.isArray(value)) {
    delete node.toString;
    for (const { key } of [...node.items]) if (!(String(key) in value)) node.delete(key);
    for (const [key, inner] of Object.entries(value)) {
      node.set(key, updated(file, node.get(key, true), inner));
    }
    return node;
  }
  if (isSeq(node) && Array.isArray(value)) {
    delete node.toString;
    node.items = items(file, node.items, value);
    return node;
  }
  if (isScalar(node) && (value === null || typeof value !== "object")) {
    node.value = value;
    return node;
  }
  return file.createNode(value);
};

/** Return the items of a list: each is the former one that is equal, else that of the same name. */
const items = (file, former, values) => {
  const left = new Set(former);
  const taken = (match) => {
    const found = [...left].find(match);
    left.delete(found);
    return found;
  };
  const equal = values.map((value) => taken((node) => same(node, value)));
  const named = ({ nom }) => taken((node) => isMap(node) && node.get("nom") === nom);
  return values.map(
    (value, index) => equal[index] ?? updated(file, value?.nom ? named(value) : undefined, value),
  );
};

const same = (node, value) => node && JSON.stringify(node.toJSON()) === JSON.stringify(value);
