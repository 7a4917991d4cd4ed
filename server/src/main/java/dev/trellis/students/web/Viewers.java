package dev.trellis.students.web;

import dev.trellis.platform.Actor;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.Role;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Scope;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/**
 * In which capacity somebody looks at a student: as themselves, or as a trainer. To anybody else students and their
 * cases do not exist, so that nobody learns from a refusal who is a student.
 */
@RequestScoped
class Viewers {
    private final Caller caller;

    Viewers(Caller caller) {
        this.caller = caller;
    }

    /** The student themselves, or a trainer. */
    Actor of(UUID studentId) {
        return studentId.equals(caller.userId()) ? caller.actor() : trainer("student");
    }

    /** A trainer with a token for that, or the thing does not exist. */
    Actor trainer(String what) {
        if (!isTrainer()) {
            throw ProblemException.notFound(what);
        }
        return caller.as(Role.TRAINER);
    }

    boolean isTrainer() {
        var who = caller.authenticated();
        return who.roles().contains(Role.TRAINER) && who.scopes().contains(Scope.TEACH);
    }
}
