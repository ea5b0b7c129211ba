package renda.platform.app;

import java.util.UUID;

import jakarta.validation.Valid;
import reactor.core.publisher.Mono;
import renda.platform.command.Answer;
import renda.platform.command.Command;
import renda.platform.command.Commands;
import renda.platform.event.Outbox;
import renda.platform.security.Allowed;
import renda.platform.security.Public;
import renda.platform.security.Role;
import renda.platform.store.Ids;
import renda.platform.web.ListRequest;
import renda.platform.web.Listings;
import renda.platform.web.Reads;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/small/notes")
class NoteController {

	private final Commands commands;

	private final Notes notes;

	private final Outbox outbox;

	private final Listings listings;

	NoteController(Commands commands, Notes notes, Outbox outbox, Listings listings) {
		this.listings = listings;
		this.commands = commands;
		this.notes = notes;
		this.outbox = outbox;
	}

	@Public
	@GetMapping
	Mono<ResponseEntity<Object>> list(@ModelAttribute Note.Filter filter, ListRequest request) {
		return this.listings.open(request, "notes", (page) -> this.notes.find(filter, page));
	}

	@Public
	@GetMapping("/{id}")
	Mono<ResponseEntity<Note>> one(@PathVariable UUID id) {
		return this.notes.one(id).switchIfEmpty(missing()).map((note) -> Reads.open(note.version(), note));
	}

	@Allowed(Role.GENERAL_OFFICE)
	@PostMapping
	Mono<ResponseEntity<Note>> add(@Valid @RequestBody Note.Input input, Command command) {
		return this.commands.run(command, input,
				() -> this.notes.insert(Ids.next(), input)
					.delayUntil((note) -> this.outbox.append("note.added", "note/" + note.id(), note))
					.map((note) -> Answer.created("/api/v1/small/notes/" + note.id(), note.version(),
							"note/" + note.id(), note)));
	}

	@Allowed(Role.GENERAL_OFFICE)
	@PutMapping("/{id}")
	Mono<ResponseEntity<Note>> change(@PathVariable UUID id, @Valid @RequestBody Note.Input input, Command command) {
		return this.commands.run(command, input,
				() -> this.notes.update(id, command.requiredVersion(), input)
					.switchIfEmpty(this.notes.one(id)
						.switchIfEmpty(missing())
						.flatMap((note) -> Mono.error(Refusal.stale(note.version()))))
					.delayUntil((note) -> this.outbox.append("note.changed", "note/" + id, note))
					.map((note) -> Answer.changed(note.version(), "note/" + id, note)));
	}

	private static Mono<Note> missing() {
		return Mono.error(Refusal.notFound(Text.of("没有这条笔记。", "There is no such note.")));
	}

}
