/** Languages that a line can be given in. */
export type Language = 'ts' | 'python' | 'go' | 'rust'

/** How to put something right. */
export interface Repair {
  /** In a sentence, for any language. */
  readonly does: string
  /** The line to write. */
  readonly line?: Readonly<Partial<Record<Language, string>>>
  /** Where in the source, the likeliest first: a text that the line has. */
  readonly near?: readonly (string | RegExp)[]
}

const dispatch = [/unsupported/i, /ops\[/i]

/** Repairs that more than one check prescribes. */
export const repairs = {
  flush: {
    does: 'flush stdout after every reply: it is a pipe, so it is buffered by the block',
    line: {
      python: 'print(json.dumps(reply), flush=True)',
      ts: "process.stdout.write(JSON.stringify(reply) + '\\n')",
      go: "out.WriteByte('\\n'); out.Flush()",
      rust: 'writeln!(out, "{reply}")?; out.flush()?;',
    },
    near: [/print\(json|json\.dump|stdout\.write|Encode\(|Fprint|writeln!|println!/],
  },
  quietStdout: {
    does: 'write to stderr whatever is not a reply; stdout is the protocol',
    line: {
      python: 'print("…", file=sys.stderr)',
      ts: "console.error('…')",
      go: 'fmt.Fprintln(os.Stderr, "…")',
      rust: 'eprintln!("…");',
    },
  },
  unknown: {
    does: 'answer `unsupported` to every operation that you do not have',
    line: {
      python: 'reply = {"unsupported": {"capability": op}}',
      ts: 'if (!ops[op]) return { unsupported: { capability: op } }',
      go: 'reply["unsupported"] = map[string]any{"capability": op}',
      rust: 'reply["unsupported"] = json!({ "capability": op });',
    },
    near: dispatch,
  },
  failing: {
    does: 'answer `error` from the catch-all; `rejected` is for what the specification lets a client refuse',
    line: {
      python: 'except Exception as e: reply = {"error": {"message": repr(e)}}',
      ts: 'catch (e) { return { error: { message: String(e) } } }',
      go: 'if e := recover(); e != nil { reply["error"] = map[string]any{"message": fmt.Sprint(e)} }',
      rust: 'Err(e) => reply["error"] = json!({ "message": e.to_string() }),',
    },
    near: [/except|catch|recover\(\)|Err\(/],
  },
  longLines: {
    does: 'read lines of up to 8 MiB; many readers stop at 64 KiB unless told',
    line: {
      python: 'for line in sys.stdin:',
      ts: 'for await (const line of createInterface({ input: process.stdin }))',
      go: 'in.Buffer(make([]byte, 64*1024), 8*1024*1024)',
      rust: 'for line in io::stdin().lock().lines()',
    },
    near: [/NewScanner\(|process\.stdin|sys\.stdin|stdin\(\)/],
  },
  endOfInput: {
    does: 'end when stdin ends: leave the loop, stop timers and threads, return from main',
    line: {
      python: 'for line in sys.stdin: …  # and then nothing that keeps the process',
      ts: "process.stdin.on('end', () => process.exit(0))",
      go: 'for in.Scan() { … } // and then return from main',
      rust: 'for line in stdin.lock().lines() { … } // and then return from main',
    },
    near: [/while True|while \(true\)|setInterval|Thread|loop \{/, /\bstdin\b/],
  },
} as const satisfies Record<string, Repair>
