package io.lodestone.testing.planted.mines.surveying;

import org.apache.kafka.clients.producer.Producer;

/** Planted: a use case that has its own producer. */
public class Producing {
    Producer<String, byte[]> producer;
}
