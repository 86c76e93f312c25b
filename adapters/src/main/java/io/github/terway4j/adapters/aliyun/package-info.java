/**
 * The cloud for real: the ECS and VPC OpenAPI of Alibaba Cloud, through its SDK for Java.
 *
 * <p>Every call goes through {@link io.github.terway4j.adapters.aliyun.AliyunApi}: it takes its turn, is signed with what
 * is valid at that moment, and is made exactly once. What the cloud's codes mean to us is said in one table, {@code
 * Codes}. Never happens here: a second try, an answer of which a page is missing, a secret or a signature in any words.
 */
@NullMarked
package io.github.terway4j.adapters.aliyun;

import org.jspecify.annotations.NullMarked;
