// In these words people say what they have learned.
import { definePaper } from "../../../page/rules.js";

definePaper("reflection", { learned: true });
