package io.lodestone.testing.planted.mines.surveying;

import jakarta.enterprise.inject.Stereotype;
import jakarta.transaction.Transactional;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Carries @Transactional under another name; harmless on a use case. */
@Stereotype
@Transactional
@Retention(RetentionPolicy.RUNTIME)
public @interface InOneTransaction {}
