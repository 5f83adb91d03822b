package io.lodestone.chassis.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/**
 * Makes the OpenAPI document whole: what all operations share is said here once, what one operation means comes from the
 * words beside the code. The result has one order, whatever order the classes were found in.
 */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, priority = HouseDocument.AFTER_OTHERS)
public class HouseDocument implements OASFilter {

    static final int AFTER_OTHERS = 0;

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var paths = document.getPaths();
        if (paths == null || paths.getPathItems() == null) {
            return;
        }
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getPaths().setPathItems(new TreeMap<>(paths.getPathItems()));
        var tags = document.getPaths().getPathItems().keySet().stream()
                .map(Operations::tag)
                .distinct()
                .toList();
        var words = Words.of(tags);
        document.setTags(tags.stream()
                .map(tag -> OASFactory.createTag().name(tag).description(words.ofTag(tag)))
                .toList());
        var schemas = new Schemas(document, words);
        schemas.nameClearly();
        new Operations(document, words).write();
        schemas.write();
        Tidy.up(document);
    }
}
