// The parts of the pages that have neither a role nor a label, and the states that a sentence can be in, by the classes that
// the page gives them. Tests name these and no class. Whatever has a role, a label or words is looked up by them.
//
// In a page that `visit` opened the list is there too, as `PART`: a function that is evaluated in the page can use it.

export const PART = {
  // The frame of every page.
  head: ".top",
  pageLinks: ".nav",
  foot: ".foot",
  skip: ".skip",
  notice: ".notice",
  toast: ".toast",
  undo: ".undo",
  buttonLink: ".button",
  link: ".link",
  /** Heard and not seen. */
  aloud: ".aloud",
  /** Where it is said what happens. */
  voice: "[role=status].aloud",
  /** The page while a hand-out is printed. */
  asHandOut: ".hand-out",
  onPaper: ".on-paper",

  // The first page and the library.
  hero: ".hero",
  begin: ".begin",
  card: ".card",
  title: ".title",
  pairs: ".pairs",
  pairRow: ".pair-row",
  /** How much two articles share, as a bar. */
  shareBar: ".track",
  tray: ".tray",
  traySays: ".said",

  // The bar of the compare page, and what opens from it.
  bar: ".bar",
  barRow: ".row",
  barPair: ".pair",
  barCopy: ".copy",
  segments: ".segments",
  tools: ".tools",
  menu: ".menu",
  menuPlaces: ".places",
  adjust: ".adjust",
  save: ".save",
  /** What a button of the bar opens. */
  panel: ".pop",
  menuPanel: ".menu > .pop",
  savePanel: ".save .pop",
  panelHead: ".head",

  // What was found.
  found: ".found",
  finding: ".finding",
  /** What is set otherwise, and what is hidden. */
  settings: ".set",
  /** Where the selected match stands among all. */
  position: ".where",
  underWay: ".under-way .box",
  progress: ".under-way progress",

  // What differs, beside the texts.
  rail: ".rail",
  railInner: ".inner",
  railKey: ".key",
  railMarks: ".marks",
  differs: ".differs",
  difference: ".differ",
  differenceWords: ".differ-words",
  scrollBand: ".band",
  legend: ".legend",
  legendLine: ".legend-line",
  rulerWindow: ".window",

  // The texts.
  views: ".views",
  markingDifferences: ".differing",
  sideBySide: ".pages",
  oneText: ".single",
  onlyShared: ".shared",
  column: ".column",
  flow: ".flow",
  section: ".section",
  text: ".text",
  headline: ".headline",
  byline: ".by",
  name: ".name",
  disc: ".disc",
  /** What is known of the article, folded. */
  known: ".known",
  paragraph: ".para",
  fold: ".fold",
  teaser: ".teaser",
  /** That what is not here is told at another place. */
  elsewhere: ".elsewhere",
  levelRoom: ".level-room",
  sentence: ".s",
  tag: ".tag",
  value: ".value",
  /** Around values that differ. */
  clash: ".clash",

  // How a sentence stands.
  verbatim: ".verbatim",
  edited: ".edited",
  related: ".related",
  unmatched: ".unmatched",
  moved: ".moved",
  changed: ".changed",
  linkedByHand: ".own-link",
  /** Outside of what is compared. */
  greyed: ".greyed",
  selected: ".selected",
  selectedSentence: ".s.selected",
  /** In the same match as the one that is selected. */
  kin: ".kin",
  /** Pointed at, with its match. */
  pointedAt: ".near",
  /** Would be a match, or none, with what is pointed at in Adjust. */
  would: ".would",

  // The drawer of the selected sentence.
  drawer: ".drawer",
  drawerWide: ".wide",
  drawerAtHome: ".at-home",
  slip: ".slip",
  kind: ".kind",
  line: ".line",
  why: ".why",
  answer: ".answer",
  passage: ".passage",
  closest: ".closest",
  quote: ".quote",
  quoted: ".quoted",
  diff: ".diff",
  passages: ".passages",
  words: ".words",
  note: ".note",

  // The pages of the reader's own texts.
  form: ".sheet",
  /** One text among many, in a line. */
  brief: ".brief",
  facts: ".facts",
  fault: ".fault",
  hint: ".hint",
  understood: ".understood",
  reading: ".bringing",

  // The story page.
  answers: ".answers",
  answersRow: ".answers tbody tr:not(.below)",
  answersWide: ".answers-wide",
  opener: ".opener",
  /** The row that opens below another. */
  below: ".below",
  silent: ".silent",
  castRows: ".cast-rows",
  claims: ".claims",
  claim: ".claim",
  sayings: ".sayings",
  said: ".said",
  groups: ".groups",
  alone: ".alone",
  omissions: ".omissions",
  speakers: ".speakers",
  matrix: ".matrix",
  matrixRoom: ".matrix-room",
  readArticle: ".reading",
  beside: ".beside",
  opened: ".opened",
  counts: ".counts",

  // The page "How it works".
  how: ".how",
  example: ".example",
};
