/** A document with everything that documents can have in it, and much that they should not. */
export const richDocument = `# Orders: <b>handoff</b> & more

| This document | Details |
| --- | --- |
| System | Orders |
| Status | Draft |

## Contents

- [Diagrams](#diagrams)
- [Text](#text)
  - [Signs ✓ → ┌─┐](#signs---)
- [Validation evidence](#validation-evidence)

## Diagrams

\`\`\`mermaid
graph LR
 A[Client <script>] -->|HTTPS| B(API pod)
 B --> C[(Database)]
 B <--> D{Cache?}
 style A fill:url(http://127.0.0.1:9/x),stroke:#f00
\`\`\`

\`\`\`mermaid
sequenceDiagram
 Client->>API: POST /orders
 API-->>Client: 201
\`\`\`

\`\`\`mermaid
classDiagram
 Animal <|-- Duck
\`\`\`

\`\`\`mermaid
gantt
 title The plan
\`\`\`

## Text

A paragraph with \`code\`, **bold**, *emphasis*, ~~gone~~, a [named link](https://example.com/a?b=c&d),
https://example.com/x, a [place](#validation-evidence) and a footnote[^1]. ![picture](https://example.com/p.png)
{{ liquid }} {% include "/etc/passwd" %} \\<script>alert(1)\\</script> <img src=x onerror=alert(1)>
[click](javascript:alert(1)) [data](data:text/html,x)

[^1]: The note.

### Signs ✓ → ┌─┐

Αθήνα, Київ, café, 漢字, \u{1F9FF}, \u{E000}.

- [x] settled
- [ ] open
  1. one
  2. two

     \`\`\`sh
     # not a heading
     echo hi
     \`\`\`

> A quotation

\`\`\`sh
# also not a heading
kubectl -n pay get pods --output=wide
\`\`\`

<div onclick="alert(1)">block</div>

### ${'long'.repeat(20)}

${'x'.repeat(10_000)}

| Left | Right | Center | State |
|---|--:|:-:|---|
| ${'y'.repeat(3000)} | 1 | x | done |
| ${'word '.repeat(400)}| 2 | y | open |

## Validation evidence

### Check by check

#### API is healthy

- Outcome: **pass**, required

The evidence begins:

\`\`\`\`text
${Array.from({length: 12}, (_, index) => `line ${index} \`\`\` <i>`).join('\n')}
\`\`\`\`

#### Log is clean

- Outcome: **fail**, required
`;
