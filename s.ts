import {kindReference} from './source/checks/reference/kind-reference.ts';
import {kinds} from './source/checks/kinds/check-kinds.ts';
for (const k of kinds.values()) { const r=kindReference(k); console.log(r.word,'|',r.short,'|',r.implied.join());console.log(r.keys.map(k=>`   ${k.name} :: ${k.takes} ${k.isRequired?'required':''} ${k.usual??''} :: ${k.meaning}`).join('\n'));console.log(r.subjects.map(k=>`   > ${k.name} :: ${k.takes} :: ${k.meaning}`).join('\n'));}
