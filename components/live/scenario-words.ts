/** What is said about scenarios in a class. */
export const BUTTON = 'Scenario';
export const ASK = 'Ask the class';
export const NOT_DONE = 'That was not done';
export const PICK =
  'Short scripts about one idea each. You go through it step by step, and everybody sees what each step does.';
export const EMPTY_FIRST = 'Begin with an empty heap';
export const EMPTY_FIRST_HINT =
  'The numbers that a scenario names are those of an empty heap. What the class has made goes; you can bring it back under Heap.';
export const RESTART_TITLE = 'Restart the scenario?';
export const RESTART_TEXT =
  'The heap becomes again what it was when the scenario began. What others have made since goes as well; you can come back to this moment.';
export const UNKNOWN_TITLE = 'This scenario is not known here';
export const UNKNOWN_TEXT =
  'It belongs to another version of Heaproom. Its statements are in the transcript.';
