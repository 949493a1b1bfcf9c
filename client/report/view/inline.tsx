/** Places in the offline page, `style` in every page: markup is never made from text here. */
export const INLINE = {
  policy: '@policy@',
  style: '@style@',
  directory: '@directory@',
  worker: '@worker@',
  script: '@script@',
} as const;

/** The style stands in the page: over a slow line a style sheet of its own would be another round trip before anything is seen. */
export function Dressed() {
  return (
    <>
      <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
      <style>{INLINE.style}</style>
    </>
  );
}
