/**
 * The questions of the home page are answered by the directory, which reads them in the fragment of its
 * address: browsers do not send it. Without this script the form leads there and says nothing.
 */
const questions = document.querySelector(".accueil-questions");

questions?.addEventListener("submit", (event) => {
  event.preventDefault();
  const [lieu, texte] = [...questions.querySelectorAll("input")].map((field) => field.value.trim());
  const asked = Object.entries({ lieu, texte }).filter(([, words]) => words);
  location.assign(`${questions.action}#${new URLSearchParams(asked)}`);
});
