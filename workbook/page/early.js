// In the head of each page, before anything is drawn.
import { showColours } from "./colours.js";

const course = document.currentScript?.dataset.course || "course";
document.documentElement.dataset.course = course;
showColours(course);
