# Samhandlingsbot in a container. There is no build step: Node runs the TypeScript files as they are.
#
# The tag names one release of Node on one release of Debian. Tags can be moved; to pin the very bytes, look the digest up
# once (docker buildx imagetools inspect node:24.21.0-bookworm-slim) and write it behind the tag, in both places:
#   FROM node:24.21.0-bookworm-slim@sha256:… AS packages
FROM node:24.21.0-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# Only what the bot needs to run. The project's own Node is for development; here the image's Node is used. No package
# that is needed has an install script, so none is allowed to run one.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && npm cache clean --force

FROM node:24.21.0-bookworm-slim
# The compile cache is filled while the image is made, by the user who is to use it (Node keeps one for each user): so a
# start is fast, and the file system may be read-only.
ENV NODE_ENV=production \
    NODE_COMPILE_CACHE=/app/cache
WORKDIR /app
# The state, when DATABASE_URL names no other place. A folder that is mounted here must be writable for user 1000.
RUN mkdir data cache && chown node:node data cache
COPY --from=packages /app/node_modules ./node_modules
COPY package.json LICENSE ./
COPY sheets-templates ./sheets-templates
COPY src ./src
USER node
RUN node src/main.ts start < /dev/null > /dev/null && node src/main.ts sjekk > /dev/null
VOLUME /app/data
EXPOSE 3000
# Alive, not ready: a bot that waits for Slack or Google to come back is not helped by being restarted.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# The bot handles SIGTERM itself, and starts no other processes: it needs no init in front. It finishes what it is saying
# before it ends, so give it 30 seconds (docker stop --time 30).
STOPSIGNAL SIGTERM
CMD ["node", "src/main.ts", "start"]
