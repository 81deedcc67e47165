# Whirl in a container, of the sources beside this file. The site is mounted at /site:
#
#   docker build --tag whirl .
#   docker run --rm --volume "$PWD:/site" whirl build
#   docker run --rm --volume "$PWD:/site" --publish 127.0.0.1:4000:4000 whirl

FROM docker.io/library/node:22-slim AS package
WORKDIR /whirl
COPY package.json package-lock.json ./
COPY packages packages
RUN npm ci
COPY . .
RUN mkdir /packed && npm pack --pack-destination /packed

FROM docker.io/library/node:22-slim
COPY --from=package /packed /packed
RUN npm install --global /packed/whirl-blog-*.tgz && npm cache clean --force
WORKDIR /site
# The first user of most machines has this number, too; another is named by `--user "$(id -u):$(id -g)"`.
USER node
EXPOSE 4000
ENTRYPOINT ["whirl"]
CMD ["serve", "--host", "0.0.0.0"]
