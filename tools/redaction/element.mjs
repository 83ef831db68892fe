// Elements of the panels below the program.

/** Return a new element of this name, with these properties, around these texts and elements. */
export const element = (name, properties = {}, ...inside) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...inside);
  return made;
};
