# syntax=docker/dockerfile:1
# Three steps: install and build everything, keep what runs, and an image that holds nothing else.
FROM node:20.20-bookworm-slim AS build
WORKDIR /app
COPY . .
RUN npm ci --no-audit --no-fund && npm run build
# Where sources are, the command runs the sources; an installation runs what was built.
RUN npm prune --omit=dev --no-audit --no-fund \
  && find shared workers services fixtures -name node_modules -prune -o -type d \( -name src -o -name test \) -prune -exec rm -rf {} + \
  && rm -rf test scripts .ci deploy docs node_modules/.cache .turbo

FROM node:20.20-bookworm-slim
LABEL org.opencontainers.image.title="Rode Draad" \
  org.opencontainers.image.licenses="EUPL-1.2"
ENV NODE_ENV=production RODEDRAAD_DIR=/data
# Nothing in the image belongs to the user that runs it, so that a break-in cannot change the program.
COPY --from=build /app /app
RUN mkdir -p /data && chown node:node /data && chmod 700 /data
USER node
# The root file system may be read-only: only the data and /tmp are written.
VOLUME /data
WORKDIR /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+(process.env.PORT||3000)+'/gezondheid/live').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["node", "/app/services/cli/bin/rodedraad.js"]
CMD ["serve"]
