/** An answer that is a document other programs read. In: its text, its media type, for how many seconds it may be kept. */
export const documentAnswer = (text: string, mediaType: string, keptSeconds: number): Response =>
  new Response(text, {
    headers: {
      "Content-Type": `${mediaType}; charset=utf-8`,
      "Cache-Control": keptSeconds > 0 ? `public, max-age=${keptSeconds}` : "private, no-store",
      Vary: "Accept-Language, Cookie",
      "X-Content-Type-Options": "nosniff",
    },
  });
