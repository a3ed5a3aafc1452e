/** Bytes of a piece: packed in a few milliseconds. */
export const PIECE = 256 * 1024;

/** Takes a long part's text piece by piece as bytes: as one text it may be more than a text can hold. */
export class ByteSink {
  private piece = new Uint8Array(PIECE);
  private length = 0;
  private readonly encoder = new TextEncoder();

  /** @param take gets each piece once it is full, to keep */
  constructor(private readonly take: (piece: Uint8Array) => void) {}

  text(text: string): void {
    if (this.length + text.length > PIECE) return this.encoded(text);
    // Most of what a sheet says is short and plain; asking the platform for each would take longer than writing it.
    const { piece } = this;
    let at = this.length;
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      if (unit >= 0x80) {
        this.length = at;
        return this.encoded(text.slice(index));
      }
      piece[at++] = unit;
    }
    this.length = at;
  }

  /** What is bytes already. */
  bytes(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length;) {
      if (this.length === PIECE) this.flush();
      const part =
        from === 0 && bytes.length <= PIECE - this.length
          ? bytes
          : bytes.subarray(from, from + PIECE - this.length);
      this.piece.set(part, this.length);
      this.length += part.length;
      from += part.length;
    }
  }

  /** Hands over what is left. */
  flush(): void {
    if (this.length === 0) return;
    this.take(this.piece.subarray(0, this.length));
    this.piece = new Uint8Array(PIECE);
    this.length = 0;
  }

  private encoded(text: string): void {
    for (let rest = text; rest !== '';) {
      const { read, written } = this.encoder.encodeInto(rest, this.piece.subarray(this.length));
      this.length += written;
      rest = rest.slice(read);
      if (rest !== '') this.flush();
    }
  }
}
