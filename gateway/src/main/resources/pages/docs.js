window.ui = SwaggerUIBundle({
  dom_id: '#api',
  urls: [
    { url: '/v3/api-docs/legislation', name: '立法 legislation' },
    { url: '/v3/api-docs/supervision', name: '监督 supervision' },
    { url: '/v3/api-docs/deputy', name: '代表 deputy' },
    { url: '/v3/api-docs/gateway', name: '网关 gateway' }
  ],
  deepLinking: true,
  validatorUrl: null,
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  layout: 'StandaloneLayout'
});
