package renda.gateway.edge;

import io.netty.channel.ChannelPipeline;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;
import renda.gateway.problem.ProblemWriter;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;

/**
 * Puts {@link Hygiene} into every connection and limits how slowly a client may send.
 */
@Component
class EdgeServer implements NettyServerCustomizer {

	private final EdgeSettings settings;

	private final ProblemWriter writer;

	EdgeServer(EdgeSettings settings, ProblemWriter writer) {
		this.settings = settings;
		this.writer = writer;
	}

	@Override
	public HttpServer apply(HttpServer server) {
		return server.readTimeout(this.settings.readTimeout()).doOnChannelInit((observer, channel, remote) -> {
			ChannelPipeline pipeline = channel.pipeline();
			if (pipeline.get(NettyPipeline.HttpCodec) != null) {
				pipeline.addAfter(NettyPipeline.HttpCodec, "renda.hygiene",
						new Hygiene(this.settings.trusted(), this.writer));
			}
		});
	}

}
