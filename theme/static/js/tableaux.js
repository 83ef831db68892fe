/**
 * A table wider than its place is reached by the keyboard, which then scrolls it, under its own name.
 * Without it, that is for the browser to offer.
 */
function nameOf(table) {
  return table.caption ?? document.getElementById(table.getAttribute("aria-labelledby"));
}

const widths = new ResizeObserver((frames) => {
  for (const { target: frame } of frames) {
    const isWide = frame.scrollWidth > frame.clientWidth;
    const name = nameOf(frame.querySelector("table"))?.textContent;
    if (isWide) frame.tabIndex = 0;
    else frame.removeAttribute("tabindex");
    frame.role = isWide && name ? "group" : null;
    frame.ariaLabel = isWide && name ? name : null;
  }
});

for (const frame of document.querySelectorAll(".tableau")) widths.observe(frame);
