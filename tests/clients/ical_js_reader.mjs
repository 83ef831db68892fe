// Prints the dates that ical.js finds in the calendar on standard input: start and end in
// seconds, status, title, place and description of each, sorted.
import ICAL from "ical.js";
import { readFileSync } from "node:fs";

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) {
  ICAL.TimezoneService.register(zone);
}
const seconds = (time) => (time.isDate ? Date.UTC(time.year, time.month - 1, time.day) / 1000 : time.toUnixTime());
const found = [];
const note = (item, start, end) =>
  found.push([
    seconds(start),
    seconds(end),
    item.component.getFirstPropertyValue("status"),
    item.summary,
    item.location ?? "",
    item.description,
  ]);
const events = calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
for (const event of events) {
  if (event.isRecurrenceException()) continue;
  if (!event.isRecurring()) {
    note(event, event.startDate, event.endDate);
    continue;
  }
  for (const other of events) {
    if (other.uid === event.uid && other.isRecurrenceException()) event.relateException(other);
  }
  const dates = event.iterator();
  for (let next = dates.next(); next; next = dates.next()) {
    const details = event.getOccurrenceDetails(next);
    note(details.item, details.startDate, details.endDate);
  }
}
found.sort((a, b) => a[0] - b[0] || (a[3] < b[3] ? -1 : 1));
process.stdout.write(JSON.stringify(found));
