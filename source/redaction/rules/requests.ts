import {Buffer} from 'node:buffer';
import {inLine, token, type Rule} from '../engine/secret-rule.ts';
import {isPlaceholder} from './placeholders.ts';

/** What goes over the wire with a secret in it: headers, addresses, webhooks. */
export const requests: readonly Rule[] = [
  inLine(
    'credentials',
    ['authorization'],
    /authorization\\?["']?[ \t]{0,5}(?:[:=]|=>|,)[ \t]{0,5}\\?["'`]?(?:(?:basic|bearer|token|negotiate|ntlm|apikey|api-token|ssws|splunk|genie[kK]ey|aws4-hmac-sha256|key|zoho-oauthtoken|discogs|bot|cpanel)[ \t=]{1,3})?(?<secret>(?!digest|basic|bearer|aws4)[^\s"'`\\,]{4,4096})/dgi,
  ),
  inLine(
    'credentials',
    ['authorization'],
    /authorization["']?[ \t]{0,5}[:=][ \t]{0,5}["']?digest[^\n]{0,400}?\bresponse="?(?<secret>[\da-f]{16,128})/dgi,
  ),
  inLine(
    'signature',
    ['aws4-hmac-sha256'],
    /AWS4-HMAC-SHA256[^\n]{0,400}?Signature=(?<secret>[\da-f]{32,128})/dgi,
  ),
  token('token', ['bearer'], /bearer[ \t]{1,4}(?<secret>(?=[^\s]{0,80}\d)[\w.~+/=-]{12,4096})/diy),
  {
    words: ['basic'],
    find({text, end}) {
      const [run = '', secret = ''] =
        /^[ \t]{1,4}([A-Za-z0-9+/_-]{6,4096}={0,2})/.exec(text.slice(end, end + 4200)) ?? [];
      const held = Buffer.from(secret, 'base64').toString('latin1');
      const start = end + run.length - secret.length;
      return /^[ -~]{1,200}:[ -~\u00A0-\u00FF]{0,2000}$/.test(held)
        ? [{start, end: end + run.length, kind: 'credentials'}]
        : [];
    },
  },
  inLine(
    'cookie',
    ['cookie'],
    /\b(?:set-)?cookie["']?[ \t]{0,3}[:=][ \t]{0,3}["']?[^\n]{0,300}?\b(?=[\w.-]{0,40}(?:sess|auth|token|sid|jwt|login|remember|csrf|xsrf))[\w.-]{1,60}=(?<secret>[^\s;,"']{6,4096})/dgi,
  ),
  inLine(
    'credentials',
    [
      'x-api-key',
      'x-auth-',
      'x-vault-token',
      'x-amz-security-token',
      'ocp-apim-subscription-key',
      'x-access-token',
      'private-token',
      'job-token',
      'deploy-token',
      'x-functions-key',
      'x-goog-api-key',
      'api-key',
      'dd-api-key',
      'dd-application-key',
      'x-figma-token',
      'x-shopify-access-token',
      'x-rundeck-auth-token',
      'x-jfrog-art-api',
      'x-nuget-apikey',
      'x-octopus-apikey',
      'circle-token',
      'x-consul-token',
      'x-nomad-token',
      'x-okta-',
      'proxy-authorization',
      'x-gitlab-token',
      'x-hub-signature',
      'x-token',
      'apikey',
    ],
    /(?:x-api-key|x-auth-(?:token|key)|x-vault-token|x-amz-security-token|ocp-apim-subscription-key|x-access-token|private-token|job-token|deploy-token|x-functions-key|x-goog-api-key|api-key|dd-api-key|dd-application-key|x-figma-token|x-shopify-access-token|x-rundeck-auth-token|x-jfrog-art-api|x-nuget-apikey|x-octopus-apikey|circle-token|x-consul-token|x-nomad-token|x-gitlab-token|x-hub-signature(?:-256)?|x-token|apikey)["']?[ \t]{0,3}[:=][ \t]{0,3}["']?(?:sha256=)?(?<secret>(?=[^\s"',]{0,80}\d)[^\s"',;]{6,2000})/dgi,
  ),
  // A password in an address: also one with @ in it.
  {
    words: ['://'],
    find({text, start, end}) {
      const rest = /^(?:[^\s/:@"'<>`]{0,256}):(?<secret>[^\s"'<>`]{1,512})@(?=[\w.[$%{<-])/.exec(
        text.slice(end, end + 800),
      );
      if (!rest || !/[A-Za-z\d]$/.test(text.slice(Math.max(0, start - 1), start))) return [];
      const {secret = ''} = rest.groups ?? {};
      // A slash ends the part with the password, unless it was written as it is and the @ follows.
      if (
        /^\d{1,5}\//.test(secret) ||
        (/[/?#]/.test(secret.replace(/^[^/?#@]{0,60}@/, '')) && /^\d{1,5}[/?#]/.test(secret))
      )
        return [];
      const from = end + rest[0].lastIndexOf(`:${secret}@`) + 1;
      return isPlaceholder(secret)
        ? []
        : [{start: from, end: from + secret.length, kind: 'password'}];
    },
  },
  // A token in the place of the name: https://TOKEN@host
  {
    words: ['://'],
    find({text, end}) {
      const rest = /^(?<secret>[\w~%.-]{16,256})@[\w.-]+/.exec(text.slice(end, end + 400));
      const {secret = ''} = rest?.groups ?? {};
      return /\d/.test(secret) && /[a-z]/i.test(secret) && !/^[a-z._-]+\d{0,4}$/i.test(secret)
        ? [{start: end, end: end + secret.length, kind: 'token'}]
        : [];
    },
  },
  inLine(
    'signature',
    ['sig=', 'signature=', 'x-amz-security-token='],
    /[?&;](?:amp;)?(?:sig|signature|X-Amz-Signature|X-Goog-Signature|X-Amz-Security-Token)=(?<secret>[\w%+/=-]{16,2000})/dgi,
  ),
  inLine(
    'key',
    ['code=', 'key=', 'apikey=', 'api_key=', 'token=', 'access_token=', 'appid='],
    /[?&](?:amp;)?(?:code|key|apikey|api_key|api-key|token|access_token|auth|appid|client_secret|refresh_token|id_token|sid|ticket)=(?<secret>(?=[\w%+/=.~-]{0,80}\d)[\w%+/=.~-]{12,2000})/dgi,
  ),
  // An address that is itself the key.
  inLine(
    'webhook',
    ['hooks.slack.com/'],
    /hooks\.slack(?:-gov)?\.com\/(?:services|workflows|triggers)\/(?<secret>[\w/+]{20,200})/dgi,
  ),
  inLine(
    'webhook',
    ['discord.com/api/', 'discordapp.com/api/'],
    /discord(?:app)?\.com\/api\/(?:v\d+\/)?webhooks\/(?<secret>\d{10,25}\/[\w-]{30,100})/dgi,
  ),
  inLine(
    'webhook',
    ['hooks.zapier.com/'],
    /hooks\.zapier\.com\/hooks\/(?:catch|standard)\/(?<secret>[\w/]{8,100})/dgi,
  ),
  inLine(
    'webhook',
    ['webhook.office.com/', 'outlook.office.com/webhook'],
    /(?:webhook\.office\.com\/webhookb2|outlook\.office\.com\/webhook)\/(?<secret>[\w@/-]{40,400})/dgi,
  ),
  inLine(
    'webhook',
    ['chat.googleapis.com/'],
    /chat\.googleapis\.com\/v1\/spaces\/(?<secret>[\w/]{4,60}\/messages\?[\w&=%-]{20,300})/dgi,
  ),
  inLine(
    'webhook',
    [
      'maker.ifttt.com/',
      'hook.make.com/',
      'hook.eu',
      'hook.us',
      'events.pagerduty.com/integration',
      'hc-ping.com/',
      'open.feishu.cn/',
      'oapi.dingtalk.com/',
      'qyapi.weixin.qq.com/',
      'cronitor.link/',
      'api.opsgenie.com/',
      'hooks.',
    ],
    /(?:maker\.ifttt\.com\/[\w/]{1,60}\/key|hook\.(?:[a-z]{2}\d\.)?make\.com|events\.pagerduty\.com\/integration|hc-ping\.com|open\.feishu\.cn\/open-apis\/bot\/v2\/hook|cronitor\.link\/p)\/(?<secret>[\w-]{12,100})/dgi,
  ),
  inLine(
    'webhook',
    ['/hooks/'],
    /:\/\/[\w.-]{3,200}(?::\d{1,5})?\/hooks\/(?<secret>[a-z\d]{26})(?![\w-])/dgi,
  ),
  inLine(
    'key',
    ['sentry.io'],
    /https?:\/\/(?<secret>[\da-f]{32}(?::[\da-f]{32})?)@[\w.-]*sentry\.io/dgi,
  ),
  inLine(
    'key',
    ['accountkey', 'sharedaccesskey', 'sharedsecretvalue', 'sharedaccesssignature'],
    /\b(?:AccountKey|SharedAccessKey|SharedSecretValue|SharedAccessSignature)[ \t]{0,3}=[ \t]{0,3}(?<secret>[A-Za-z0-9+/=%&]{16,512})/dgi,
  ),
  // Data sources as Go and Oracle write them.
  inLine(
    'password',
    ['@tcp(', '@unix('],
    /(?:^|[\s"'=])[\w.-]{1,60}:(?<secret>[^\s"'@]{1,200}(?:@[^\s"'@(]{1,60})?)@(?:tcp|unix)\(/dg,
  ),
  inLine(
    'password',
    ['jdbc:oracle'],
    /jdbc:oracle:[a-z]{1,8}:[^\s/"'@:]{1,60}\/(?<secret>[^\s"'@]{1,120}|"[^"\n]{1,120}")@/dgi,
  ),
  inLine(
    'password',
    ['sqlplus', 'sqlldr', 'expdp', 'impdp', 'rman', 'tnsping', 'exp ', 'imp ', 'datapump'],
    /\b(?:sqlplus|sqlldr|expdp|impdp|rman|exp|imp|sqlcl|sql)\b[^\n|;]{0,120}?[\s'"=](?![-./])[\w$#]{1,60}\/(?<secret>[^\s/"'@]{1,100}|"[^"\n]{1,100}")(?:@|\s+(?:as\b|@)|['"]|\s*$)/dgim,
  ),
];
