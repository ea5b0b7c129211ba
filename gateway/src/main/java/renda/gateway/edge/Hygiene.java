package renda.gateway.edge;

import java.net.InetSocketAddress;
import java.util.regex.Pattern;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import renda.gateway.problem.Problem;
import renda.gateway.problem.ProblemWriter;
import renda.gateway.problem.Text;

/**
 * Cleans every request before the server reads it; one for each connection. What Netty
 * could not parse is answered here, since nothing further up ever sees it.
 */
class Hygiene extends ChannelInboundHandlerAdapter {

	private final Pattern trustedProxies;

	private final ProblemWriter writer;

	private boolean broken;

	Hygiene(Pattern trustedProxies, ProblemWriter writer) {
		this.trustedProxies = trustedProxies;
		this.writer = writer;
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		if (this.broken) {
			ReferenceCountUtil.release(message);
			return;
		}
		if (message instanceof HttpRequest request) {
			if (request.decoderResult().isFailure()) {
				this.broken = true;
				refuse(context, request);
				ReferenceCountUtil.release(message);
				return;
			}
			clean(context, request);
		}
		context.fireChannelRead(message);
	}

	private void clean(ChannelHandlerContext context, HttpRequest request) {
		String peer = (context.channel().remoteAddress() instanceof InetSocketAddress address
				&& address.getAddress() != null) ? address.getAddress().getHostAddress() : "unknown";
		EdgeHeaders.clean(request.headers(), peer, this.trustedProxies);
		String target = Target.plain(request.uri());
		if (target == null) {
			request.headers().set(EdgeHeaders.REFUSED, "target");
		}
		request.setUri((target != null) ? target : "/");
	}

	private void refuse(ChannelHandlerContext context, HttpRequest request) {
		Problem problem = switch (request.decoderResult().cause()) {
			case TooLongHttpLineException _ -> Problem.uriTooLong();
			case TooLongHttpHeaderException _ -> Problem.headersTooLarge();
			default -> Problem.malformed();
		};
		byte[] body = this.writer.bytes(problem, Text.language(request.headers().get("Accept-Language")), "");
		FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1,
				HttpResponseStatus.valueOf(problem.status().value()), Unpooled.wrappedBuffer(body));
		response.headers()
			.set(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
			.set(HttpHeaderNames.CONTENT_LENGTH, body.length)
			.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
		context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
	}

}
