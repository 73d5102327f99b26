/**
 * Tokens that tell whose they are by how they begin. Each maker says so in its documentation, for
 * this very purpose. `ghp_{a30}` is `ghp_` and at least 30 letters and digits; formats grow longer over
 * the years. A mark in the place of one names no word that makes other scanners look for more
 * ("Sourcegraph" does).
 */
export const formats = `
1Password: A3-{U28} ops_eyJ{b50}
Adobe: p8e-{l32}
Aiven: AVNS_{w12}
Akamai: akab-{w20}
Alibaba: LTAI{a12}
Amazon: amzn.mws.{w32} ABSK{b100} bedrock-api-key-{b20} amzn1.oa2-cs.v1.{h32}
Anthropic: sk-ant-{w20}
Apify: apify_api_{a30}
Artifactory: AKCp{a40} cmVmdGtu{a40} cmVmdG{a50}
Asana: asana_pat_{w20}
Atlassian: ATATT3{e30} ATCTT3{e30} ATBB{a28} ATOA{e30}
AWS: AKIA{u16} ASIA{u16} ABIA{u16} ACCA{u16}
Axiom: xaat-{w30} xapt-{w30}
Brevo: xkeysib-{w60} xsmtpsib-{w60}
Buildkite: bkua_{h30} bkpt_{w30} bkct_{w30}
Cerebras: csk-{l40}
CircleCI: CCIPAT_{w30} CCIPRJ_{w30}
Clerk: sk_test_{a10} sk_live_{a10}
Clojars: CLOJARS_{a40}
Cloudflare: cfat_{w30} cfut_{w30} v1.0-{w100}
Contentful: CFPAT-{w30}
Databricks: dapi{H32} dkea{h32} dose{h32}
Datadog: ddapp_{w30} ddpat_{w30}
Defined Networking: dnkey-{e40}
DigitalOcean: dop_v1_{H40} doo_v1_{H40} dor_v1_{H40} dorun_{w40}
Docker Hub: dckr_pat_{w20} dckr_oat_{w20}
Doppler: dp.pt.{a30} dp.st.{e30} dp.ct.{a30} dp.sa.{a30} dp.scim.{a30} dp.audit.{a30}
Dropbox: sl.u.{w60} sl.{w100}
Duffel: duffel_test_{e30} duffel_live_{e30}
Dynatrace: dt0c01.{e60} dt0s01.{e60} dt0s16.{e40}
EasyPost: EZAK{a50} EZTK{a50}
Elastic: essu_{e30}
Figma: figd_{w30} figo_{w30}
Firebase: APA91b{w100}
Flutterwave: FLWSECK_TEST-{w12} FLWSECK-{w12}
Fly: fo1_{w30} fm1r_{b40} fm1a_{b40} fm2_{b40}
Frame: fio-u-{e40}
GitHub: ghp_{a30} gho_{a30} ghu_{a30} ghs_{a30} ghr_{a30} github_pat_{w40}
GitLab: glpat-{e20} gldt-{w20} glrt-{e20} glrtr-{w20} glcbt-{w20} glptt-{w20} glft-{w20} glimt-{w20} glagent-{w30} gloas-{w30} glsoat-{w20} glffct-{w20} glwt-{w20} GR1348941{w20} _gitlab_session={l20}
Google: AIza{w35} ya29.{e20} GOCSPX-{w20} 1//0{w30} GOOG1E{u50} GOOG{u20}
Grafana: glsa_{w38} glc_{b30} eyJrIjoi{b50}
Groq: gsk_{a40}
HashiCorp: hvs.{w20} hvb.{w20} hvr.{w20}
Heroku: HRKU-{w30}
Honeycomb: hcaik_{w20} hcxik_{w20} hcalk_{w20} hcxmk_{w20}
HubSpot: pat-na1-{w30} pat-eu1-{w30} pat-na2-{w30}
Hugging Face: hf_{a30} api_org_{a30}
Infracost: ico-{a30}
Intra 42: s-s4t2{w60}
Jina: jina_{w40}
JumpCloud: jca_{w30}
LangSmith: lsv2_pt_{w30} lsv2_sk_{w30}
Linear: lin_api_{a30} lin_oauth_{a30} lin_wh_{a30}
Lob: live_pub_{h30} test_pub_{h30}
Mapbox: sk.eyJ{e40} tk.eyJ{e40}
Mailgun: key-{h32}
Mollie: live_{a30} test_{a30}
MongoDB: mdb_sa_sk_{w30}
Neon: napi_{a40} npg_{a10}
Netlify: nfp_{a30} nfc_{a30} nfo_{a30} nfu_{a30}
New Relic: NRAK-{u20} NRII-{w20} NRJS-{h15} NRAA-{h20} NRIQ-{w20}
ngrok: cr_{a26} ak_{a26}
Notion: ntn_{a40} secret_{a40}
npm: npm_{a30}
Nuget: oy2{l43}
NVIDIA: nvapi-{w40}
Octopus: API-{u25}
OpenAI: sk-proj-{w20} sk-svcacct-{w20} sk-admin-{w20} sk-{a40}
OpenRouter: sk-or-v1-{h40}
OpenShift: sha256~{w40}
PagerDuty: pdus+_{w15}
Perplexity: pplx-{a40}
Pinecone: pcsk_{w40}
Plaid: access-sandbox-{w36} access-development-{w36} access-production-{w36}
PlanetScale: pscale_tkn_{e30} pscale_pw_{e30} pscale_oauth_{e30}
PostHog: phx_{a30} phs_{a30} phc_{a30}
Postman: PMAK-{w50}
Prefect: pnu_{a30} pnb_{a30}
Pulumi: pul-{h40}
PyPI: pypi-{w50}
Qovery: qov_{a30}
Railway: rlwy_{a30}
ReadMe: rdme_{l60}
Redpanda: rpk_{a40}
Render: rnd_{a28}
Replicate: r8_{a37}
RubyGems: rubygems_{h40}
Scaleway: SCW{u17}
Scalingo: tk-us-{w40}
SendGrid: SG.{e50}
Sentry: sntrys_{e30} sntryu_{h40} sntrya_{h40}
SettleMint: sm_aat_{a16} sm_pat_{a16} sm_sat_{a16}
Shippo: shippo_live_{H30} shippo_test_{H30}
Shopify: shpat_{H30} shpca_{H30} shppa_{H30} shpss_{H30} shptka_{H30}
Slack: xoxb-{w20} xoxp-{w20} xoxa-{w10} xoxr-{w10} xoxo-{w10} xoxs-{w10} xoxe{e20} xoxc-{w20} xoxd-{e20} xapp-{w20} xwfp-{w20}
SonarQube: squ_{h40} sqp_{h40} sqa_{h40} sqb_{h40}
Code search: sgp_{w40} slk_{h40}
Square: EAAA{w30} sq0atp-{w20} sq0csp-{w20} sq0idp-{w20}
Stripe: sk_prod_{a10} rk_live_{a10} rk_test_{a10} rk_prod_{a10} whsec_{b20}
Supabase: sbp_{h40} sb_secret_{w20}
Tailscale: tskey-{w16}
Tavily: tvly-{w20}
Terraform: atlasv1.{e50}
Thunderstore: tss_{a30}
Twilio: SK{H32}
Typeform: tfp_{e40}
Vercel: vcp_{a24} vci_{a24} vca_{a24} vcr_{a24} vck_{a24} vercel_blob_rw_{w20}
Volcengine: AKLT{a30}
Weights and Biases: wandb_v1_{w30}
WorkOS: sk_test_a2V5{a20}
xAI: xai-{a60}
Yandex: AQVN{w35} y0_{w30} t1.{e90}
Zapier: zpat_{a30}
`;
