# The image of Onramp: built in one stage, run in another that has no npm, no compiler and no sources of the site.
# The versions are pinned; give others with --build-arg.
ARG BUILD=node:22.20.0-bookworm-slim
ARG RUN=debian:12.12-slim

FROM ${BUILD} AS build
WORKDIR /onramp
COPY package.json package-lock.json .npmrc ./
COPY cms/prepare.mjs cms/build-inputs.mjs cms/
# npm only installs here; what is built and run starts on the Node that the lockfile names.
RUN node cms/prepare.mjs --only-install
COPY . .
RUN node cms/prepare.mjs
RUN npm prune --omit=dev --no-audit --no-fund \
  && rm -rf cms/.next/cache site/src test

FROM ${RUN}
ENV NODE_ENV=production \
    DATA_DIR=/data \
    PATH=/onramp/node_modules/.bin:/usr/local/bin:/usr/bin:/bin
RUN useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin onramp \
  && install --directory --owner onramp --group onramp --mode 700 /data
WORKDIR /onramp
COPY --from=build /onramp/package.json /onramp/LICENSE ./
COPY --from=build /onramp/node_modules node_modules
COPY --from=build /onramp/collections collections
COPY --from=build /onramp/seed seed
COPY --from=build /onramp/cms cms
COPY --from=build /onramp/site site
USER 10001
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=120s --retries=3 \
  CMD ["node", "--eval", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "cms/server/main.ts"]
