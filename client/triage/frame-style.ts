/** The style of the page in the frame that shows evidence: the build allows it by its hash. */
export const FRAME_STYLE =
  'html{height:100%;background:#000}body{margin:0;height:100%;display:grid;place-items:center}' +
  'img,video{max-width:100%;max-height:100vh;object-fit:contain}audio{width:min(100%,40rem)}';
