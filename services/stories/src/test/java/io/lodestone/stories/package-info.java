/**
 * Stories: the five services as processes over the embedded platform, told over HTTP and topics only. Start with
 * {@link io.lodestone.stories.LoanApprovalStoryIT}.
 */
@NullMarked
package io.lodestone.stories;

import org.jspecify.annotations.NullMarked;
